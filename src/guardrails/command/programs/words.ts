import { UNKNOWN } from '../shell/scope.ts';

/** True of a word of which nothing is known, so that it may also be no word at all. */
export function isUnknown(word: string): boolean {
  return word !== '' && word.replaceAll(UNKNOWN, '') === '';
}

/** The name by which a program is known, however it is reached: `/usr/bin/git`, `git.exe`. */
export function programName(word: string): string {
  return word.slice(word.search(/[^/\\]*$/)).replace(/\.exe$/i, '');
}

/**
 * The index of the first word from `at` on that is no option. `valued` names the options that take the next word:
 * single letters and `--long` names, separated by blanks.
 */
export function skipOptions(words: readonly string[], at: number, valued: string): number {
  const takers = valued.split(' ');
  let index = at;
  for (; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') return index + 1;
    if (!/^-./.test(word)) return index;
    if (takesNext(word, takers)) index++;
  }
  return index;
}

/** True of `-u`, `-nu` and `--user`, where `u` and `--user` take the next word, but not of `-uroot` or `--user=root`. */
export function takesNext(word: string, takers: readonly string[]): boolean {
  if (word.startsWith('--')) return takers.includes(word);
  const letters = [...word.slice(1)];
  return letters.findIndex((letter) => takers.includes(letter)) === letters.length - 1;
}
