import type { Io } from './command.ts';

/** Whether to colour what goes to stdout: NO_COLOR, FORCE_COLOR and TERM as their conventions say. */
export function colorsFor({ env, stdout }: Io): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return stdout.isTTY && env.TERM !== 'dumb';
}
