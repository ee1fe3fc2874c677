import { programName } from './words.ts';

/** Programs that accept any unambiguous beginning of a long option. */
const abbreviating = /^(git|rm|cp|mv|ln|chmod|chown|chgrp|mkdir|rmdir|touch|tar|sed|grep|sort|wget|shred|truncate|install)$/;
/** Programs whose options have one dash and many letters. */
const oneDash = /^(terraform|tofu|find|java|javac|go|ffmpeg|openssl|convert|magick|xcodebuild|dotnet)$/;

/**
 * True where the options given contain the flag: as it stands, with `=value`, as letters of a cluster (`-uf` has `-f`;
 * `-r -f` has `-rf`), or shortened where the program allows that. `--force-with-lease` is not `--force`, nor the reverse.
 * A flag that ends in `=` asks for a value that is attached to it: `-p=` is in `-psecret`, and not in `-p`, after which a program asks for one.
 */
export function matchFlag(program: string, flag: string, given: readonly string[]): boolean {
  if (flag.endsWith('=')) return given.some((word) => hasAttached(word, flag.slice(0, -1)));
  if (given.some((word) => word === flag || word.startsWith(`${flag}=`))) return true;
  const name = programName(program);
  if (flag.startsWith('--')) return abbreviating.test(name) && given.some((word) => isShortened(word, flag));
  if (oneDash.test(name) || !/^-\w+$/.test(flag)) return false;
  const letters = given.map((word) => /^-(\w+)(?:[=\0]|$)/.exec(word)?.[1] ?? '').join('');
  return [...flag.slice(1)].every((letter) => letters.includes(letter));
}

function hasAttached(word: string, flag: string): boolean {
  const from = flag.startsWith('--') ? `${flag}=` : flag;
  return word.startsWith(from) && word.length > from.length;
}

/** `--recurs` for `--recursive`; where the next word of the flag begins, the shorter one is a flag of its own. */
function isShortened(word: string, flag: string): boolean {
  const name = word.split('=', 1)[0] ?? '';
  return name.length > 2 && name !== '--all' && flag.startsWith(name) && flag[name.length] !== '-';
}
