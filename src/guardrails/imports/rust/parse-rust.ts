import { readUse } from './read-use.ts';
import type { RustFile } from './rust-file.ts';
import { skipLiteral } from './skip-literal.ts';

const name = '(?:r#)?[\\p{L}_][\\p{L}\\p{N}_]*';
const stops = new RegExp(
  [
    '\\/[/*]|["\'{}]',
    // A path attribute, alone or in cfg_attr: its string goes with the next module.
    '(?:#\\s*\\[\\s*|\\bcfg_attr\\s*\\([^\\]\\n]*?,\\s*)path\\s*=\\s*"(?<file>[^"\\n]*)"',
    `\\bmod\\s+(?<module>${name})\\s*(?=[;{])`,
    `\\bextern\\s+crate\\s+(?<crate>${name})(?:\\s+as\\s+(?<alias>${name}))?`,
    '\\b(?<use>use)(?=[\\s:{*])',
    `(?<path>${name}(?:\\s*::\\s*${name})+)`,
  ].join('|'),
  'gu',
);
/** A path that goes on from a type (`<T as A>::b::c`), or that only says where something may be seen. */
const noStart = /(?:>\s*::\s*|\(\s*in\s+)$/;

/** Modules, uses and paths of a file, by its words alone: what a macro holds counts, and torn text is read as far as it goes. */
export function parseRust(text: string): RustFile {
  const reader = new RustReader(text);
  for (let at = 0; ; ) {
    stops.lastIndex = at;
    const found = stops.exec(text);
    if (found === null) return reader.file;
    at = reader.take(found, stops.lastIndex);
  }
}

class RustReader {
  readonly file: RustFile = { modules: [], uses: [] };
  readonly #text: string;
  /** A name for each open brace that is a module's. */
  readonly #open: (string | undefined)[] = [];
  #scope: readonly string[] = [];
  #paths: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes in what was found, and says where to read on. */
  take(found: RegExpExecArray, end: number): number {
    const [written] = found;
    if (written === '{' || written === '}') this.#brace(written, found.index);
    else if (written.length <= 2) return skipLiteral(this.#text, found.index);
    else return this.#words(found, end);
    return end;
  }

  #words({ 0: written, groups = {}, index: start }: RegExpExecArray, end: number): number {
    if (groups.use !== undefined) return this.#use(start, end);
    if (groups.file !== undefined) this.#paths.push(groups.file);
    else if (groups.module !== undefined) this.#module(groups.module, { start, end });
    else if (groups.crate !== undefined) {
      const crate = plain(groups.crate);
      const alias = plain(groups.alias ?? crate);
      this.file.uses.push({ segments: [crate], scope: this.#scope, statement: start, alias, start, end });
    } else if (!noStart.test(this.#text.slice(Math.max(0, start - 12), start))) {
      this.file.uses.push({ segments: written.split('::').map((word) => plain(word.trim())), scope: this.#scope, start, end });
    }
    return end;
  }

  #use(statement: number, at: number): number {
    const { leaves, end } = readUse(this.#text, at);
    for (const leaf of leaves) this.file.uses.push({ ...leaf, scope: this.#scope, statement });
    return end;
  }

  #module(name: string, span: { start: number; end: number }): void {
    this.file.modules.push({ name: plain(name), scope: this.#scope, inline: this.#text[span.end] === '{', paths: this.#paths, ...span });
    this.#paths = [];
  }

  #brace(brace: string, at: number): void {
    const last = this.file.modules.at(-1);
    if (brace === '}') this.#open.pop();
    else this.#open.push(last?.inline === true && last.end === at ? last.name : undefined);
    this.#scope = this.#open.filter((module) => module !== undefined);
  }
}

function plain(name: string): string {
  return name.replace('r#', '');
}
