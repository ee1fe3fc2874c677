import type { Partners } from '../../../lexer/brackets.ts';
import { closeBrace, openParenthesis, semicolon } from '../../../lexer/characters.ts';
import { holdsAt } from '../../../lexer/holds-at.ts';
import { beforeSpace } from './before-space.ts';
import { space } from './gap.ts';
import type { Condition } from './places.ts';
import { wholeWord } from './shape.ts';

/** From one index of the code to another. */
type Region = readonly [start: number, end: number];

/** Within what may be a loop, whose header the expression finds up to its bracket. */
export function withinLoop(header: string): Condition {
  const regex = new RegExp(header, 'g');
  return (code, partners) => within(code, regex, (open) => loopEnd(open, code, partners));
}

/** A body without brackets may end anywhere. */
function loopEnd(open: number, code: string, partners: Partners): number {
  if (code.charCodeAt(open) !== openParenthesis) return code.length;
  const at = behindSpace(code, (partners[open] ?? 0) + 1);
  if (code.charCodeAt(at) === semicolon) return at;
  return code.charAt(at) === '{' ? (partners[at] ?? code.length) : code.length;
}

/** An `await` that is not that of `for await`. */
export const notOfLoop: Condition = (code) => (start) => !/\bfor$/.test(code.slice(Math.max(0, start - 40), beforeSpace(code, start)));

/** Not within what surely is a `try` statement. */
export const outsideTry: Condition = (code, partners) => {
  const isInside = within(code, tryHeader, (open) => tryEnd(open, code, partners));
  return (start) => !isInside(start);
};

const tryHeader = new RegExp(`${wholeWord('try')}(?<!\\.${space}try)${space}\\{`, 'g');
const nextClause = new RegExp(`${space}(?:catch${space}(?:(\\()|\\{)|finally${space}\\{)`, 'y');
const body = new RegExp(`${space}\\{`, 'y');

/** With what catches, as far as it is there for sure. */
function tryEnd(open: number, code: string, partners: Partners): number {
  let end = partners[open] ?? open;
  for (;;) {
    nextClause.lastIndex = end + 1;
    const clause = nextClause.exec(code);
    if (clause === null) return end;
    let begin = nextClause.lastIndex - 1;
    if (clause[1] !== undefined) {
      if (!holdsAt(body, code, (partners[begin] ?? begin) + 1)) return end;
      begin = body.lastIndex - 1;
    }
    if (code.charCodeAt(partners[begin] ?? begin) !== closeBrace) return end;
    end = partners[begin] ?? end;
  }
}

const spaces = new RegExp(space, 'y');

function behindSpace(code: string, from: number): number {
  return holdsAt(spaces, code, from) ? spaces.lastIndex : from;
}

/** Whether an index lies in what a header begins; `endOf` tells its end by the bracket that the header ends with. */
function within(code: string, header: RegExp, endOf: (open: number) => number): (at: number) => boolean {
  return merged([...code.matchAll(header)].map(({ 0: { length }, index }) => [index, endOf(index + length - 1)]));
}

/** Whether an index lies in one of the regions, which are in the order of their starts. */
function merged(regions: readonly Region[]): (at: number) => boolean {
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const [start, end] of regions) {
    const last = ends.length - 1;
    if (start <= (ends[last] ?? -1)) ends[last] = Math.max(ends[last] ?? 0, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  let next = 0;
  return (at) => {
    if (at < (starts[next] ?? 0)) next = 0;
    while (next + 1 < starts.length && (starts[next + 1] ?? 0) <= at) next++; // they are asked for in order
    return at >= (starts[next] ?? Infinity) && at <= (ends[next] ?? -1);
  };
}
