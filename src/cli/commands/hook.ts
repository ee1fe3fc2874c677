import { hookAgents, hookEvents } from '#kernel/records/hook.ts';
import type { Io, Register } from '../command.ts';

/** What agents' hooks call where the bundle `harness/hook.mjs` is not wired. Never fails: an agent must be able to go on. */
export const registerHook: Register = (program, io) => {
  program
    .command('hook')
    .description("answer an agent's hook: its JSON payload on stdin, its JSON answer on stdout")
    .argument('<agent>', hookAgents.join(', '))
    .argument('<event>', hookEvents.join(', '))
    .action(async (agent: string, event: string) => {
      if (!hookEvents.some((known) => known === event))
        io.stderr.write(`tackroom: ${JSON.stringify(event)} is no moment that a hook is called at; those are ${hookEvents.join(', ')}\n`);
      try {
        const { answerFromCli } = await import('#hooks/answer-from-cli.ts');
        io.stdout.write(await answerFromCli({ agent, event, payload: await readAll(io) }, io.env));
      } catch (error) {
        io.stderr.write(`tackroom: the hook failed and lets the agent go on: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    });
};

async function readAll(io: Io): Promise<string> {
  if (io.stdin.isTTY) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
