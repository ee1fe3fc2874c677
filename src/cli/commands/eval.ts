import { Option } from 'commander';
import { flow } from '#app/flow.ts';
import type { Io, Register } from '../command.ts';
import { ProgressBar } from '../progress-bar.ts';
import { renderGuidanceReport } from '../render/guidance-report.ts';
import { colorsFor } from '../terminal.ts';

interface GuidanceOptions {
  case?: string[];
  all?: true;
  format: 'human' | 'json';
}

export const registerEval: Register = (program, io) => {
  const command = program.command('eval').description('how good the delivery of guidance is, on labelled cases');
  command
    .command('guidance')
    .summary('play labelled cases, and measure what an agent is told')
    .description(
      'Plays the cases of harness/evals/guidance*.yaml through the moments of an agent session, in a copy of the repository, and measures what was said against what the labels ask for; beside it what rules by path globs, and one file with everything, would have said.',
    )
    .argument('[folders...]', 'folders that hold a harness with labelled cases; none: this repository')
    .option('--case <id...>', 'only these cases')
    .option('--all', 'list the cases in which something was missed or needless')
    .addOption(new Option('--format <format>', 'who reads it').choices(['human', 'json']).default('human'))
    .action((folders: string[], options: GuidanceOptions) => evalGuidance(folders, options, io));
};

async function evalGuidance(folders: string[], options: GuidanceOptions, io: Io): Promise<void> {
  const { evalGuidance: evaluate } = await flow.evalGuidance();
  const progress = new ProgressBar(io.stderr, 'Playing', io.env.TERM !== 'dumb');
  const report = await evaluate({ cwd: io.cwd, folders, only: options.case ?? [], env: io.env, onCase: progress.update }, io.signal);
  progress.clear();
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderGuidanceReport(report, { colors: colorsFor(io), all: options.all === true }),
  );
}
