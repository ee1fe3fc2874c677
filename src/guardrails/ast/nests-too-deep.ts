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
  const above: number[] = []; // tokens since the last end of a statement, of each bracket that is open
  let run = 0;
  let total = 0;
  let inWord = false;
  let afterBlock = 0; // 1 behind a `}`, 2 on a later line
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      inWord = false;
      if (code === 10 && afterBlock === 1) afterBlock = 2;
      continue;
    }
    const sort = sorts[code] ?? word;
    if (sort === word && inWord) continue;
    inWord = sort === word;
    // A declaration ends without a sign; what may go on is an `else`, an `elif`.
    const begins = sort === word && afterBlock === 2 && !text.startsWith('el', at);
    afterBlock = code === 125 ? 1 : 0;
    if (begins) {
      total -= run - 1;
      run = 1;
    } else if (sort === end) {
      total -= run;
      run = 0;
    } else if (sort === closing && above.length > 0) {
      total -= run + 1;
      run = above.pop() ?? 0;
    } else {
      total++;
      if (sort === opening) {
        above.push(run);
        run = 0;
      } else run++;
      if (total > deepest) return true;
    }
  }
  return false;
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

const word = 0;
const sign = 1;
const end = 2;
const opening = 3;
const closing = 4;

const sorts = Array.from({ length: 128 }, (_, code) => sortOf(String.fromCharCode(code)));

function sortOf(char: string): number {
  if ('([{'.includes(char)) return opening;
  if (')]}'.includes(char)) return closing;
  if (';,'.includes(char)) return end;
  return /\w/.test(char) ? word : sign;
}
