import { createRequire } from 'node:module';

/** Loaded on first use: most hook calls start no program. */
const load = createRequire(import.meta.url);

/** Starts a program that outlives us and has nothing to do with our terminal, pipes or process group. Nobody hears how it ends. */
export function startDetached(
  command: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string | undefined>> },
): void {
  const [program = '', ...args] = command;
  const { spawn }: typeof import('node:child_process') = load('node:child_process');
  const child = spawn(program, args, { cwd, env, detached: true, stdio: 'ignore' });
  child.on('error', () => {}); // there is nobody to tell
  child.unref();
}
