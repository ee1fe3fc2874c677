import { listCommands } from './command/list-commands.ts';
import { readsOnly } from './command/programs/reads-only.ts';
import { programName } from './command/programs/words.ts';
import type { RunCommand } from './command/run-command.ts';

/** Programs that do nothing but run another. */
const carriers = /^(?:ba|z|da|k)?sh$|^(?:builtin|command|env|eval|exec|nice|stdbuf|timeout|xargs)$/;

/** True only where every command of the line provably writes no file, so that nobody need look for what it wrote. */
export function isReadOnly(line: string): boolean {
  const { commands, incomplete } = listCommands(line);
  return !incomplete && commands.every((command) => command.redirects.every(writesNothing) && isHarmless(command));
}

function isHarmless({ words, wrapper }: RunCommand): boolean {
  if (words.length === 0) return true;
  const name = programName(words[0] ?? '');
  return (wrapper && carriers.test(name)) || readsOnly(name, words);
}

function writesNothing({ operator, target }: RunCommand['redirects'][number]): boolean {
  if (operator === '<>') return false;
  return operator.startsWith('<') || /^\/dev\/(?:null|stdout|stderr)$/.test(target) || (operator === '>&' && /^(?:\d+|-)$/.test(target));
}
