import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text as it is looked up: the hash of its stem, and how it is written. */
export interface Term {
  hash: number;
  word: string;
}

/** Longer runs are keys, hashes and data. */
const longest = 40;

/**
 * The words of a text or of code. `placeOrder`, `place_order` and `place-order` are `place` and `order`, and the name as a whole.
 * Writing without spaces between words is cut into pairs of characters.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [run] of text.matchAll(/[\p{L}\p{N}_$]+/gu)) {
    if (run.length > longest) continue;
    const parts = isUnspaced(run) ? pairsOf(run) : partsOf(run);
    for (const part of parts) addTerm(terms, part);
    if (parts.length > 1 && !isUnspaced(run)) addTerm(terms, run.toLowerCase().replace(/[_$]+/g, ''));
  }
  return terms;
}

function addTerm(terms: Term[], word: string): void {
  if (word.length < 2 || isStopWord(word)) return;
  terms.push({ hash: hashOf(stem(word)), word });
}

/** Chinese, Japanese, Thai and the like. */
function isUnspaced(run: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(run);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length < 3 ? [run] : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function partsOf(run: string): string[] {
  if (/^\p{Ll}+$/u.test(run)) return [run];
  return run
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[\s_$]+/)
    .flatMap((part) => (part === '' ? [] : [part.toLowerCase()]));
}

/** FNV-1a. Of a hundred thousand words one pair shares a number: that is a little noise in a ranking, and spares a dictionary. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
