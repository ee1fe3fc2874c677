import { codes } from './codes.ts';
import { sorts } from './sorts.ts';

const beforeExpression = new Set('return typeof instanceof in new delete void throw case do else default extends'.split(' '));
/** Names to some, keywords to others. */
const either = new Set(['await', 'yield', 'of', 'async']);
const signs = new Set([...')}>!+-'].map((sign) => sign.charCodeAt(0)));

/** What a slash begins, by the token before it. */
export function slashAfter(sort: number, word: string): 'division' | 'regex' | 'either' {
  if (sort === sorts.word) {
    if (either.has(word)) return 'either';
    return beforeExpression.has(word) ? 'regex' : 'division';
  }
  if (sort <= sorts.regex || sort === codes.closingBracket || sort === codes.dot) return 'division';
  return signs.has(sort) ? 'either' : 'regex';
}
