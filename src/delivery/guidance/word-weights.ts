/** A word that stands again and again says little more than one that stands twice. */
const mostOfOne = 3;
const mostWords = 400;

/** The words of prose or code, as stems, by how often they stand there (1 to 3). Names of code are taken apart. */
export function weighWords(text: string): Record<string, number> {
  const weights: Record<string, number> = Object.create(null);
  let count = 0;
  for (const [part] of text.matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu)) {
    const word = stem(part.toLowerCase());
    if (word.length < 3 || common.has(word)) continue;
    const known = weights[word];
    if (known === undefined && ++count > mostWords) break;
    weights[word] = Math.min(mostOfOne, (known ?? 0) + 1);
  }
  return weights;
}

/** Takes the commonest endings of English off; what is left need be no word. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  const base = word
    .replace(/(?:ational|ization|isation)$/, 'at')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/(?<=[^aeious])s$|(?<=[aeiou][^aeious]e)s$|es$/, '')
    .replace(/(?:ing|ed|ly|ment|ness|able|ible|ation|tion|sion|er|or)$/, '');
  const root = base.length < 3 ? word : base;
  return root.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
}

const common: ReadonlySet<string> = new Set(
  'the and for are was were has have had not but that this with from into onto over under what which who whom whose when where why how all any each every few more most other some such only own same than then them they their there these those its his her our your you can could may might must shall should will would does did don doing done been being also just too very out off again once here because until while about against between through during before after above below both nor via per use used using one two new get set let var const func function return type import export class public private string number bool boolean int null nil true false undefined void async await self else elif'
    .split(' ')
    .map(stem),
);
