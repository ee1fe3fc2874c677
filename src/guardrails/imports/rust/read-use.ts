import type { RustPath } from './rust-file.ts';
import { skipLiteral } from './skip-literal.ts';

const name = /(?:r#)?[\p{L}_][\p{L}\p{N}_]*/uy;
/** Trees of use are shallow; torn text must not exhaust the stack. */
const deepest = 50;

export type UseLeaf = Pick<RustPath, 'segments' | 'alias' | 'start' | 'end'>;

/** The leaves of a use tree: `a::{self, b as c, d::*}` are a, a::b and a::d. Reads from behind the word `use`. */
export function readUse(text: string, at: number): { leaves: UseLeaf[]; end: number } {
  const reader = new UseReader(text, at);
  reader.tree([], 0);
  return { leaves: reader.leaves, end: reader.at };
}

class UseReader {
  readonly leaves: UseLeaf[] = [];
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  tree(prefix: readonly string[], depth: number): void {
    const segments = [...prefix];
    this.#skipSpace();
    const start = this.at;
    this.#take('::');
    let word = this.#name();
    for (; word !== undefined; word = this.#name()) {
      segments.push(word);
      const end = this.at;
      if (!this.#take('::')) {
        this.#leaf(segments, { start, end });
        return;
      }
      this.#skipSpace();
    }
    if (depth < deepest && this.#take('{')) this.#group(segments, depth);
    else if (this.#take('*')) this.#add({ segments, start, end: this.at });
  }

  #group(prefix: readonly string[], depth: number): void {
    do {
      this.tree(prefix, depth + 1);
    } while (this.#take(','));
    this.#take('}');
  }

  #leaf(segments: string[], span: { start: number; end: number }): void {
    const path = segments.length > 1 && segments.at(-1) === 'self' ? segments.slice(0, -1) : segments;
    const alias = this.#alias() ?? path.at(-1);
    this.#add({ segments: path, ...span, ...(alias === undefined ? {} : { alias }) });
  }

  #alias(): string | undefined {
    this.#skipSpace();
    const before = this.at;
    if (this.#name() === 'as') {
      this.#skipSpace();
      return this.#name();
    }
    this.at = before;
    return undefined;
  }

  #add(leaf: UseLeaf): void {
    if (leaf.segments.length > 0) this.leaves.push(leaf);
  }

  #name(): string | undefined {
    name.lastIndex = this.at;
    const found = name.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.at = name.lastIndex;
    return found.replace('r#', '');
  }

  /** A mark, after space. */
  #take(mark: string): boolean {
    this.#skipSpace();
    if (!this.#text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const char = this.#text.charAt(this.at);
      if (char !== '' && /\s/.test(char)) this.at++;
      else if (char === '/' && /[/*]/.test(this.#text.charAt(this.at + 1))) this.at = skipLiteral(this.#text, this.at);
      else return;
    }
  }
}
