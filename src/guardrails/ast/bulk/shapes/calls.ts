import { type Partners, partsBehind } from '../../../lexer/brackets.ts';
import { openParenthesis } from '../../../lexer/characters.ts';
import { holdsAt } from '../../../lexer/holds-at.ts';
import { beforeSpace } from './before-space.ts';
import { space } from './gap.ts';
import type { Condition } from './places.ts';

/** What was found ends with the bracket of a call with so many arguments. */
export function withArguments(count: number): Condition {
  return (code, partners) => (_, end) => {
    const open = end - 1;
    if (code.charCodeAt(open) !== openParenthesis) return true;
    const { hasAngle, starts } = partsBehind(open, code, partners);
    const isOpenEnded = blank.test(code.slice(starts.at(-1), partners[open])); // nothing there, or a comma behind the last
    return hasAngle || starts.length - (isOpenEnded ? 1 : 0) === count;
  };
}

const blank = new RegExp(`^${space}$`);

/** What was found begins with a name that is not that of a property. */
export const notOfProperty: Condition = (code) => (start) => !holdsAt(ofProperty, code, start);

const ofProperty = /(?<=(?:^|[^.])\.\s*|#)/y;

/** What was found begins with the name of what is called, and ends with the bracket of the call. */
export const notDeclaring: Condition = (code, partners) => {
  const mayExtend = code.includes('extends'); // a call in front of the body of a class
  return (start, end) => !holdsAt(declaring, code, start) && (mayExtend || !holdsAt(body, code, (partners[end - 1] ?? end) + 1));
};

const declaring = /(?<=\b(?:function|async|static)[ \t]+)/y;
const body = /[ \t]*\{/y;

/** What was found ends with the bracket of a call that is a statement by itself: behind it nothing goes on. */
export const endingStatement: Condition = (code, partners) => (_, end) => {
  const open = end - 1;
  return code.charCodeAt(open) !== openParenthesis || !holdsAt(goesOn, code, (partners[open] ?? open) + 1);
};

const goesOn = new RegExp(`${space}(?:[,?)\\]=:&|*%^]|\\.(?!\\d))`, 'y');

const operator = '=>|[=(,[?&|%~^]|(?<!\\.)\\.|\\b(?:await|typeof|void) ';
/** These end with their line. */
const endingWithLine = '\\b(?:return|yield)[ \\t]+';
const behindOperator = new RegExp(`(?<=(?:${operator})\\s*|${endingWithLine})`, 'y');
const behindOperatorOrNew = new RegExp(`(?<=(?:${operator}|\\bnew )\\s*|${endingWithLine})`, 'y');

/** What was found is a statement, or begins one: behind an operator it is a part of something else. */
export const beginningStatement: Condition = (code) => (start) => !holdsAt(behindOperatorOrNew, code, start);

/** What was found begins with the `.` behind something that is or begins a statement. */
export const goingOnInStatement: Condition = (code, partners) => (dot) => {
  const start = chainStart(dot, code, partners);
  return start === undefined || !holdsAt(behindOperator, code, start);
};

/** So many names and brackets are looked back over. */
const mostLinks = 200;

/** Where the names and calls begin that end before `end`: `a.b(c)[d]`; undefined where that is not plain to see. */
function chainStart(end: number, code: string, partners: Partners): number | undefined {
  let at = end;
  for (let count = 0; count < mostLinks; count++) {
    at = beforeSpace(code, code.charAt(at - 1) === '?' ? at - 1 : at);
    const close = code.charAt(at - 1);
    if (close === ')' || close === ']') {
      at = partners[at - 1] ?? at;
      continue;
    }
    const start = wordStart(code, at);
    if (start === at || /[\\\x80-\uFFFF]/.test(code.charAt(start - 1))) return undefined;
    at = beforeSpace(code, start);
    if (code.charAt(at - 1) !== '.') return start;
    at--;
  }
  return undefined;
}

function wordStart(code: string, end: number): number {
  let start = end;
  while (/[\w$#]/.test(code.charAt(start - 1))) start--;
  return start;
}
