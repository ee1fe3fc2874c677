import picocolors from 'picocolors';
import { type RehearsalEvent, rehearse } from '#app/rehearse.ts';
import type { AgentEvent } from '#kernel/records/agent-event.ts';
import type { Register } from '../command.ts';

export const registerRehearse: Register = (program, io, exit) => {
  program
    .command('rehearse')
    .summary('the whole loop on a sample project, offline, with a scripted model')
    .description(
      'Runs an agent with a scripted model through a sample project in a temporary folder, and shows what it was told, when, what that cost, and what it did about it. Nothing leaves this machine and nothing of yours is touched.',
    )
    .option('--once', 'end when the rehearsal is over (it does so anyway until there is a dashboard to keep up)')
    .option('--keep', 'leave the sample project in its temporary folder')
    .action(async (options: { keep?: boolean }) => {
      const paint = picocolors.createColors(io.stdout.isTTY && io.env.NO_COLOR === undefined);
      const write = (text: string) => io.stdout.write(`${text}\n`);
      const summary = await rehearse(io.env, { show: (event) => write(render(event, paint)), keep: options.keep === true }, io.signal);
      if (summary.stuck > 0) exit(1);
    });
};

type Paint = ReturnType<typeof picocolors.createColors>;

function render(event: RehearsalEvent, paint: Paint): string {
  switch (event.type) {
    case 'project':
      return `${paint.bold('Tackroom rehearsal.')} The agent is a real process and the hooks are the real ones; its model is scripted.\nSample project: ${event.folder}`;
    case 'wired':
      return `tackroom init wrote ${event.files.length} files: ${event.files.join(', ')}`;
    case 'agent':
      return renderAgent(event.event, event.tokens, paint);
    case 'ended': {
      const { tasks, told, tokens, denied, held, stuck } = event.summary;
      const facts = `${tasks} tasks, ${told} texts reached the agent (${tokens} tokens), ${denied} command denied, ${held} time held at stop.`;
      return stuck === 0
        ? `\n${paint.green('Rehearsal over:')} ${facts}\nEvery breach was told, and mended before the agent stopped.`
        : `\n${paint.red('Rehearsal failed:')} ${facts}\n${stuck} time the script waited to be told something and was not.`;
    }
  }
}

function renderAgent(event: AgentEvent, tokens: number, paint: Paint): string {
  const tackroom = (when: string, text: string, ms: number) =>
    `${paint.yellow(`  ◀ Tackroom, ${when}`)} ${paint.dim(`(${tokens} tokens, ${Math.round(ms)} ms)`)}\n${indent(text)}`;
  switch (event.type) {
    case 'task':
      return `\n${paint.bold(`Task: ${event.text}`)}`;
    case 'said':
      return `  agent: ${event.text}`;
    case 'edited':
      return `${paint.cyan(`  ▶ edits ${event.path}`)} (${event.lines} lines)`;
    case 'ran':
      return `${paint.cyan(`  ▶ ran ${firstLine(event.command)}`)} (exit ${event.code})`;
    case 'compacted':
      return paint.cyan('  ▶ the context window is compacted');
    case 'told':
      return tackroom(event.moment, event.text, event.ms);
    case 'denied':
      return `${paint.cyan(`  ▶ wants to run ${firstLine(event.command)}`)}\n${tackroom('before the command: denied', event.reason, event.ms)}`;
    case 'held':
      return tackroom('at stop: held', event.reason, event.ms);
    case 'stopped':
      return paint.cyan('  ▶ stops');
    case 'stuck':
      return paint.red(`  ✗ ${event.text}`);
  }
}

function firstLine(command: string): string {
  const [first = '', ...rest] = command.split('\n');
  return rest.length === 0 ? first : `${first} … (${rest.length + 1} lines)`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
