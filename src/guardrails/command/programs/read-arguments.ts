import { globalValued, ownValued } from './valued-options.ts';
import { isUnknown, programName, takesNext } from './words.ts';

/** The words of a command, told apart. */
export interface Arguments {
  /** Options as given, up to `--`; the letters of a cluster that take a value end it. */
  flags: string[];
  args: { text: string /** It may be the value of the option before it. */; maybeValue: boolean }[];
}

/** Tells options, their values and arguments apart; a value of a known option is neither. */
export function readArguments(words: readonly string[]): Arguments {
  const reader = new ArgumentReader(programName(words[0] ?? ''));
  let at = 1;
  for (; at < words.length && words[at] !== '--'; at++) {
    const word = words[at] ?? '';
    if (!/^-./.test(word)) reader.addArgument(word);
    else if (reader.addFlag(word)) at++;
  }
  for (const word of words.slice(at + 1)) reader.addArgument(word);
  return { flags: reader.flags, args: reader.args };
}

class ArgumentReader implements Arguments {
  readonly flags: Arguments['flags'] = [];
  readonly args: Arguments['args'] = [];
  readonly #program: string;
  #valued: string[] | undefined;
  #afterFlag = false;

  constructor(program: string) {
    this.#program = program;
    this.#valued = valuedOptions(program);
  }

  /** True where the next word is the option's value. */
  addFlag(word: string): boolean {
    this.flags.push(trimCluster(word, this.#valued ?? []));
    this.#afterFlag = this.#valued === undefined && !word.includes('=');
    return takesNext(word, this.#valued ?? []);
  }

  addArgument(word: string): void {
    const isToolchain = this.#program === 'cargo' && word.startsWith('+');
    if (isUnknown(word) || isToolchain) return;
    this.args.push({ text: word, maybeValue: this.#afterFlag });
    this.#afterFlag = false;
    if (this.args.length === 1) this.#valued = valuedOptions(`${this.#program} ${word}`) ?? (this.#valued && []);
  }
}

/** Options that take the next word; undefined where we do not know the program. */
function valuedOptions(name: string): string[] | undefined {
  const table = Object.hasOwn(globalValued, name) ? globalValued : ownValued;
  return Object.hasOwn(table, name) ? table[name]?.split(' ') : undefined;
}

/** `-amfix` of `git commit` is `-am`: the rest is the value of `m`. */
function trimCluster(word: string, valued: string[]): string {
  if (word.startsWith('--')) return word;
  const at = [...word].findIndex((letter, index) => index > 0 && valued.includes(letter));
  return at < 0 ? word : word.slice(0, at + 1);
}
