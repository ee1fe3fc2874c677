import type { Deny } from '#kernel/records/guardrail.ts';
import { matchFlag } from './programs/match-flag.ts';
import { type Arguments, readArguments } from './programs/read-arguments.ts';
import { programName } from './programs/words.ts';

/** Tells whether the expression is found in one of the texts. */
export type Search = (pattern: string, texts: readonly string[]) => boolean;

/** True where a command is what the entry denies: all its conditions hold, and not all of `unless`. */
export function matchDeny(deny: Deny, words: readonly string[], search: Search): boolean {
  if (!namesProgram(words[0] ?? '', deny.program)) return false;
  const given = readArguments(words);
  const args = argumentsAfter(deny.subcommand, given);
  if (!args) return false;
  const holds = ({ anyFlag, anyArg }: Pick<Deny, 'anyFlag' | 'anyArg'>) =>
    (!anyFlag || anyFlag.some((flag) => matchFlag(deny.program, flag, given.flags))) && (!anyArg || search(anyArg, args));
  return holds(deny) && !(deny.unless && holds(deny.unless));
}

function namesProgram(word: string, program: string): boolean {
  const name = programName(word);
  return name === program || (word.includes('/') && /[*?[]/.test(name) && mayStandFor(name, program));
}

/** A path with wildcards, such as `/usr/bin/g?t`, names every program it may stand for. */
function mayStandFor(pattern: string, program: string): boolean {
  const pieces = pattern.replace(/\[[^\]]*\]?/g, '?').split(/\*+/);
  // More stars than anybody writes could cost much time.
  if (pieces.length > 5) return true;
  const escaped = pieces.map((piece) => piece.replace(/[.+^${}()|\]\\]/g, '\\$&').replaceAll('?', '.'));
  return new RegExp(`^${escaped.join('.*')}$`).test(program);
}

/** The arguments after the subcommand, or undefined where it is another one. */
function argumentsAfter(subcommand: string | undefined, { args }: Arguments): string[] | undefined {
  const texts = args.map(({ text }) => text);
  if (subcommand === undefined) return texts;
  const verbs = subcommand.split(/\s+/);
  for (let from = 0; from < args.length; from++) {
    if (verbs.every((verb, at) => verb === texts[from + at])) return texts.slice(from + verbs.length);
    if (!args[from]?.maybeValue) return undefined;
  }
  return undefined;
}
