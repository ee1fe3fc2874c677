import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { type Item, newItems } from './conversation.ts';
import { assign, mend, runs, say, writeBad } from './sample.ts';
import type { Step } from './script.ts';
import { setUpHarness } from './set-up-harness.ts';
import { createWorld, keepWorld, removeWorld, type World } from './world.ts';

// Prints what the model of a real agent is shown, and what it does, while Tackroom corrects it.
const agent = process.argv[2] === 'codex' ? codex : claude;
const world = await createWorld();
await setUpHarness(world);
await agent.prepare(world, [world.root]);
const steps = [
  writeBad(world.root),
  runs('git push -f origin HEAD:main'),
  say('The client is written.'),
  mend(world.root),
  say('The client has a deadline now.'),
];
const task = assign(world, steps);
const outcome = await agent.run(world, task);
process.stdout.write(`${[`The real ${agent.name}, its model scripted.`, ...tell(world)].join('\n\n')}\n`);
if (outcome.kind === 'exited' && outcome.code === 0) await removeWorld(world);
else process.stdout.write(`\n${agent.name} did not end well; what happened is kept in ${await keepWorld(world)}\n`);

function tell(of: World): string[] {
  return of.model.steps.flatMap(({ request, reply }, n) => {
    const news = newItems(of.model.steps[n - 1]?.request, request);
    return [...withoutRepeats(news.flatMap(show)), entry('model', describe(reply.step))];
  });
}

/** The agent's own instructions and reports are left out: long, and the same without Tackroom. */
function show(item: Item): string[] {
  if (item.from === 'assistant') return [];
  if (item.from === 'user' && item.text.includes(task.prompt)) return [entry('person', task.prompt)];
  const ours = item.text.split('\n\n').filter((paragraph) => paragraph.includes('Tackroom'));
  return ours.map((paragraph) => entry('shown', paragraph));
}

/** Claude Code shows what a stop hook says in two messages. */
function withoutRepeats(entries: readonly string[]): string[] {
  const ours = (text: string) => text.slice(text.indexOf('Tackroom'));
  return entries.map((text, n) =>
    entries.slice(0, n).some((before) => ours(before) === ours(text)) ? entry('shown', '(the same again)') : text,
  );
}

function describe(step: Step): string {
  switch (step.do) {
    case 'say':
      return `says: ${step.text}`;
    case 'run':
      return `runs: ${step.command}`;
    case 'write':
      return `writes ${step.path}\n${step.text.trimEnd()}`;
    case 'call':
      return `calls ${step.tool} ${JSON.stringify(step.input)}`;
    case 'together':
      return step.actions.map(describe).join('\n');
    case 'edit':
      return `edits ${step.path}\n- ${step.from}\n+ ${step.to}`;
  }
}

function entry(who: string, text: string): string {
  const lines = text.replaceAll(`${world.root}/`, '').trim().split('\n');
  return lines.map((line, n) => `${(n === 0 ? who : '').padEnd(8)}${line}`.trimEnd()).join('\n');
}
