import { classes, closerOf, comma, doubleQuote, less, openerOf, singleQuote, slash, special } from './characters.ts';
import type { Code } from './code.ts';
import { stringEnd } from './part-ends.ts';

/** For each bracket of code the index of its partner, and 0 elsewhere. */
export type Partners = Int32Array;

const known = new WeakMap<Code, { partners: Partners | undefined }>();

/** Undefined where it cannot be told. */
export function partnersIn(code: Code): Partners | undefined {
  const { partners } = known.get(code) ?? { partners: code.isInDoubt ? undefined : pair(code.code) };
  known.set(code, { partners });
  return partners;
}

function pair(code: string): Partners | undefined {
  const partners = new Int32Array(code.length);
  const open: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (classes[char] !== special) continue;
    if (closerOf[char] !== 0) open.push(at);
    else if (openerOf[char] !== 0) {
      const begin = open.pop();
      if (begin === undefined || code.charCodeAt(begin) !== openerOf[char]) return undefined;
      partners[begin] = at;
      partners[at] = begin;
    } else at = behindQuoted(code, at, char);
  }
  return open.length === 0 ? partners : undefined;
}

/** Of a string the index of its end: there is no code in it. Of others that where they are. */
function behindQuoted(code: string, at: number, char: number): number {
  if (char !== doubleQuote && char !== singleQuote) return at;
  const end = stringEnd(code, at);
  return end < 0 ? code.length : end;
}

/** What stands between two brackets, parted by commas. */
export interface Parts {
  /** Where each begins; the last may be empty. */
  starts: number[];
  comments: number;
  /** Then a comma may stand between type arguments, or in the text of an element. */
  hasAngle: boolean;
}

/** `open`: index of a bracket that has a partner. */
export function partsBehind(open: number, code: string, partners: Partners): Parts {
  const parts: Parts = { starts: [open + 1], comments: 0, hasAngle: false };
  const close = partners[open] ?? open;
  for (let at = open + 1; at < close; at++) {
    const char = code.charCodeAt(at);
    if (classes[char] !== special) continue;
    if (char === comma) parts.starts.push(at + 1);
    else if (char === less) parts.hasAngle = true;
    else if (char === slash && code.startsWith('/**/', at)) parts.comments++;
    at = Math.max(partners[at] ?? 0, behindQuoted(code, at, char));
  }
  return parts;
}

/** So many characters are looked back over. */
const farthest = 4_000;

/** The bracket that opens what an index lies directly in: empty where there is none, undefined where it would be far away. */
export function bracketAround(index: number, code: string, partners: Partners): string | undefined {
  for (let at = index - 1; at >= 0; at--) {
    if (index - at > farthest) return undefined;
    const partner = partners[at] ?? 0;
    if (partner > at) return code.charAt(at);
    if (openerOf[code.charCodeAt(at)] === code.charCodeAt(partner) && partners[partner] === at) at = partner;
  }
  return '';
}
