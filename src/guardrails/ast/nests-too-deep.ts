import type { AstNode } from './open-addon.ts';

/**
 * Code of people stays under 200. Where a variable stands twice in a pattern, ast-grep compares what it holds by recursion
 * and ends the process at about 20,000; so does oxc-parser at 5,000, and what lies 5,000 deep takes seconds to place.
 */
const deepest = 1_000;

/** Shorter nodes are not looked into: what is in them cannot be much deeper. */
const shortest = 500;

/** Whether a text could hold syntax that nests too deep to be worked with: seldom wrong when it says yes, never when it says no. */
export function mayNestTooDeep(text: string): boolean {
  if (text.length < deepest) return false;
  const nest = new Nest();
  sorts ??= Array.from({ length: 128 }, (_, each) => sortOf(String.fromCharCode(each)));
  let before = blank;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sort = sorts[code] ?? word;
    if (code === 10) nest.endLine();
    else if (sort === word && before !== word) nest.takeWord(text, at);
    else if (sort > word) nest.take(sort, code === 125);
    if (nest.depth > deepest) return true;
    before = sort;
  }
  return false;
}

/** How deep what was read so far could be: each bracket that is open, and each word and sign since a statement began in one of them. */
class Nest {
  depth = 0;
  readonly #above: number[] = [];
  #run = 0;
  #afterBlock: 'no' | 'here' | 'line' = 'no';

  endLine(): void {
    if (this.#afterBlock === 'here') this.#afterBlock = 'line';
  }

  /** A declaration ends without a sign; what goes on in a line after a block is an `else`, an `elif`. */
  takeWord(text: string, at: number): void {
    if (this.#afterBlock === 'line' && !text.startsWith('el', at)) this.#end();
    this.take(word);
  }

  take(sort: number, isBlockEnd = false): void {
    this.#afterBlock = isBlockEnd ? 'here' : 'no';
    if (sort === ending) this.#end();
    else if (sort === closing && this.#above.length > 0) {
      this.depth -= this.#run + 1;
      this.#run = this.#above.pop() ?? 0;
    } else {
      this.depth++;
      this.#run++;
    }
    if (sort === opening) {
      this.#above.push(this.#run - 1);
      this.#run = 0;
    }
  }

  #end(): void {
    this.depth -= this.#run;
    this.#run = 0;
  }
}

/** The same of its syntax tree, which knows. */
export function nestsTooDeep(root: AstNode): boolean {
  const open = [{ node: root, level: 0 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.level > deepest) return true;
    for (const node of at.node.children()) {
      const { start, end: after } = node.range();
      if (after.index - start.index >= shortest) open.push({ node, level: at.level + 1 });
    }
  }
  return false;
}

const blank = 0;
const word = 1;
const sign = 2;
const ending = 3;
const opening = 4;
const closing = 5;

/** Of ASCII, made when they are first asked for: a hook seldom does. */
let sorts: number[] | undefined;

function sortOf(char: string): number {
  if (char <= ' ') return blank;
  if ('([{'.includes(char)) return opening;
  if (')]}'.includes(char)) return closing;
  if (';,'.includes(char)) return ending;
  return /\w/.test(char) ? word : sign;
}
