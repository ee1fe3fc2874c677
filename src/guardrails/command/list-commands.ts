import type { RunCommand } from './run-command.ts';
import { Interpreter } from './shell/interpreter.ts';
import { UNKNOWN } from './shell/scope.ts';

const maxLength = 65_536;

/** Every simple command that a line may run, however wrapped; `incomplete` where the line could not be read whole. */
export function listCommands(line: string): { commands: RunCommand[]; incomplete: boolean } {
  if (line.length > maxLength) return { commands: [], incomplete: true };
  const interpreter = new Interpreter();
  interpreter.runText(line.replaceAll(UNKNOWN, ''), UNKNOWN);
  return { commands: interpreter.commands, incomplete: interpreter.incomplete };
}
