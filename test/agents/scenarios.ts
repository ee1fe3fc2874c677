import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Agent } from './agent.ts';
import { assertEnded, assertFinding, assertSilent, shown, sinceSummary, spooled } from './hearing.ts';
import { assign, badLine, client, goodLine, mend, place, runs, say, spoil, writeBad } from './sample.ts';
import { git, type World } from './world.ts';

/** What must hold for every agent. The world is set up by `tackroom init`; the hooks are trusted. */
export interface Scenario {
  name: string;
  play(agent: Agent, world: World): Promise<void>;
}

/** What the product promises while all is well. */
export const scenarios: readonly Scenario[] = [
  { name: 'a finding is in the next request, once, and gone when mended', play: hearAndMend },
  { name: 'a breach that comes back is said again', play: hearAgain },
  { name: 'a file written by a shell command is found', play: hearOfShellWrite },
  { name: 'of several calls in one reply each finding is said once', play: hearOfCallsTogether },
  { name: 'a forbidden command is denied however it is wrapped', play: isDenied },
  { name: 'an open P1 holds the agent at stop until it is mended', play: isHeld },
  { name: 'a P2 is said and does not hold', play: isNotHeldByP2 },
  { name: 'a file that was deleted does not hold', play: isNotHeldByDeleted },
  { name: 'after three holds the agent is let go, and that is kept', play: isLetGo },
  { name: 'open findings are said again after compaction', play: hearAfterCompaction },
];

async function hearAndMend(agent: Agent, world: World): Promise<void> {
  const task = assign(world, [writeBad(world.root), runs('echo something else'), mend(world.root), say('Done.')]);
  const outcome = await agent.run(world, task);
  assertEnded(world, outcome, 4);
  assertFinding(shown(world, 1), place);
  assertSilent(shown(world, 2));
  assertSilent(shown(world, 3));
  assert.equal(fs.readFileSync(client(world.root), 'utf8'), `${goodLine}\n`);
  const types = spooled(world).map((record) => record.type);
  for (const type of ['session', 'touched', 'hit', 'delivery', 'fixed'])
    assert.ok(types.includes(type), `no ${type} in the spool: ${types}`);
}

async function hearAgain(agent: Agent, world: World): Promise<void> {
  const { root } = world;
  const outcome = await agent.run(world, assign(world, [writeBad(root), mend(root), spoil(root), mend(root), say('Done.')]));
  assertEnded(world, outcome, 5);
  assertFinding(shown(world, 1), place);
  assertSilent(shown(world, 2));
  assertFinding(shown(world, 3), place);
  assertSilent(shown(world, 4));
}

async function hearOfShellWrite(agent: Agent, world: World): Promise<void> {
  const writes = runs(`cat > '${client(world.root)}' <<'EOF'\n${badLine}\nEOF`);
  const mends = runs(`cat > '${client(world.root)}' <<'EOF'\n${goodLine}\nEOF`);
  const outcome = await agent.run(world, assign(world, [writes, mends, say('Done.')]));
  assertEnded(world, outcome, 3);
  assertFinding(shown(world, 1), place);
  assertSilent(shown(world, 2));
}

/** Agents run calls of one reply side by side or in turn; either way no finding is lost or said twice. */
async function hearOfCallsTogether(agent: Agent, world: World): Promise<void> {
  const edited = ['one', 'two'];
  const printed = ['three', 'four', 'five', 'six'];
  const pathOf = (name: string) => `${world.root}/src/${name}.ts`;
  const print = (name: string, line: string) => ({ do: 'run' as const, command: `sleep 0.2; echo '${line}' > '${pathOf(name)}'` });
  const writes = edited.map((name) => ({ do: 'write' as const, path: pathOf(name), text: `${badLine}\n` }));
  const prints = printed.map((name) => print(name, badLine));
  const mends = [...edited, ...printed].map((name) => print(name, goodLine));
  const steps = [writes, prints, mends].map((actions) => ({ do: 'together' as const, actions }));
  const outcome = await agent.run(world, assign(world, [...steps, say('Done.')]));
  assertEnded(world, outcome, 4);
  assert.deepEqual(namesSaid(shown(world, 1)), edited.toSorted());
  assert.deepEqual(namesSaid(shown(world, 2)), printed.toSorted());
}

function namesSaid(text: string): string[] {
  return [...text.matchAll(/src\/(\w+)\.ts:1:\d+ .*\[fetch-deadline\]/g)].flatMap((match) => match[1] ?? []).sort();
}

async function isDenied(agent: Agent, world: World): Promise<void> {
  const forbidden = ['git push -f origin HEAD:main', 'bash -c "git push --force origin HEAD:main"', 'cd src && git push origin +HEAD:main'];
  const before = await git(world, 'ls-remote', 'origin');
  const outcome = await agent.run(world, assign(world, [...forbidden.map(runs), runs('git status'), say('Done.')]));
  assertEnded(world, outcome, forbidden.length + 2);
  for (const [n, command] of forbidden.entries()) {
    assert.match(shown(world, n + 1), /Tackroom denied this command.*A force push throws away/s, command);
  }
  assert.match(shown(world, forbidden.length + 1), /On branch main/);
  assert.equal(await git(world, 'ls-remote', 'origin'), before);
  assert.equal(spooled(world).filter((record) => record.type === 'denied').length, forbidden.length);
}

async function isHeld(agent: Agent, world: World): Promise<void> {
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), say('Done.'), mend(world.root), say('Mended.')]));
  assertEnded(world, outcome, 4);
  assert.match(shown(world, 2), /Tackroom: not done yet.*\[fetch-deadline\]/s);
  assertSilent(shown(world, 3));
}

async function isNotHeldByP2(agent: Agent, world: World): Promise<void> {
  const writes = { do: 'write' as const, path: client(world.root), text: "console.log('hello');\n" };
  const outcome = await agent.run(world, assign(world, [writes, say('Done.')]));
  assertEnded(world, outcome, 2);
  assert.match(shown(world, 1), /1 finding \(1 P2\).*P2 src\/client\.ts:1:1 .*\[no-console-log\]/s);
}

async function isNotHeldByDeleted(agent: Agent, world: World): Promise<void> {
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), runs(`rm '${client(world.root)}'`), say('Done.')]));
  assertEnded(world, outcome, 3);
  assertSilent(shown(world, 2));
}

async function isLetGo(agent: Agent, world: World): Promise<void> {
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), say('1'), say('2'), say('3'), say('4')]));
  assertEnded(world, outcome, 5);
  for (const n of [2, 3, 4]) assert.match(shown(world, n), /Tackroom: not done yet/);
  const released = spooled(world).filter((record) => record.type === 'released');
  assert.deepEqual(
    released.map((record) => record.reason),
    ['limit'],
  );
}

/** The first turn ends with its finding open because the agent does not give in. */
async function hearAfterCompaction(agent: Agent, world: World): Promise<void> {
  const first = assign(world, [writeBad(world.root), say('1'), say('2'), say('3'), say('4')]);
  const second = assign(world, [mend(world.root), say('Mended.')], 'Now finish it.');
  const conversation = await agent.converse(world);
  try {
    await conversation.prompt(first);
    await conversation.compact();
    await conversation.prompt(second);
  } finally {
    await conversation.end();
  }
  assert.ok(
    world.model.exchanges.some(({ request }) => request.purpose === 'summary'),
    'the agent asked for no summary',
  );
  assert.equal(world.model.steps.length, 7, 'requests for a step');
  assertFinding(sinceSummary(world, 5), place);
  assertSilent(shown(world, 6));
}
