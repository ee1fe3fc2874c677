import { UNKNOWN } from './shell/scope.ts';

const maxLength = 200;

/** The command in one readable line, quoted where it must be, with `…` for what is not known. */
export function renderCommand(words: readonly string[]): string {
  const line = words.map(quote).join(' ').replaceAll(UNKNOWN, '…');
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

function quote(word: string): string {
  return /^[\w\0@%+=:,./~^{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
