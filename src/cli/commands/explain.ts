import { Option } from 'commander';
import { flow } from '#app/flow.ts';
import type { Io, Register } from '../command.ts';
import { renderStory } from '../render/session-story.ts';
import { colorsFor } from '../terminal.ts';

interface ExplainOptions {
  format: 'human' | 'json';
  all?: true;
}

export const registerExplain: Register = (program, io) => {
  program
    .command('explain')
    .summary('what an agent was told in a session, and why')
    .description('Tells moment by moment what an agent was told in a session, what spoke for it, and what was near and held back, and why.')
    .argument('[session]', 'id of the session, or how it begins; none: the one that was heard of last')
    .option('--all', 'also the moments at which nothing was said')
    .addOption(new Option('--format <format>', 'who reads it').choices(['human', 'json']).default('human'))
    .action((session: string | undefined, options: ExplainOptions) => explain(session, options, io));
};

async function explain(session: string | undefined, { format, all }: ExplainOptions, io: Io): Promise<void> {
  const { explainSession } = await flow.explainSession();
  const story = explainSession({ cwd: io.cwd, env: io.env, ...(session === undefined ? {} : { session }) });
  io.stdout.write(
    format === 'json'
      ? `${JSON.stringify(story, null, 2)}\n`
      : renderStory(story, { colors: colorsFor(io), all: all === true, columns: io.stdout.columns ?? 120 }),
  );
}
