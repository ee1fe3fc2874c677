import { bracketAround, type Partners, partsBehind } from '../../../lexer/brackets.ts';
import { closeBrace } from '../../../lexer/characters.ts';
import { holdsAt } from '../../../lexer/holds-at.ts';
import { beforeSpace } from './before-space.ts';
import { space } from './gap.ts';
import type { Condition } from './places.ts';

/** What was found stands directly between round brackets, or square ones as the parts of a tuple. */
export const amongParameters: Condition = (code, partners) => (start) =>
  ['(', '[', undefined].includes(bracketAround(start, code, partners));

/** What was found is the bracket before so many parameters. A comment counts as one. */
export function withParameters(count: number): Condition {
  return (code, partners) => (open) => {
    if (partners[open] === 0) return false; // in a short string
    const { comments, hasAngle, starts } = partsBehind(open, code, partners);
    if (starts.length + comments < count) return false;
    return hasAngle || starts.every((start) => holdsAt(parameter, code, start));
  };
}

/** What may be one; or nothing, behind the last comma. */
const parameter = new RegExp(
  `${space}(?:[@{[)]|\\.\\.\\.|(?!\\d)[\\w$\\\\\\x80-\\uFFFF]+(?![\\w$\\\\\\x80-\\uFFFF])${space}(?![.(\\d'"\`+*-]))`,
  'y',
);

/** What was found, an `else`, stands behind a block with a `return`, or behind no block. */
export const behindReturn: Condition = (code, partners) => (start) => {
  const end = beforeSpace(code, start) - 1;
  return code.charCodeAt(end) !== closeBrace || hasReturn(partners[end] ?? 0, code, partners);
};

/** Directly in it. */
function hasReturn(open: number, code: string, partners: Partners): boolean {
  const close = partners[open] ?? open;
  for (let at = open + 1; at < close; at++) {
    const partner = partners[at] ?? 0;
    if (partner > at) at = partner;
    else if (code.startsWith('return', at)) return true;
  }
  return false;
}
