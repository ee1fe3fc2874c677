/** Endings that make another word of one, the longer ones first: what stands in their place, and how long what is left must be at least. */
const endings: readonly (readonly [ending: string, instead: string, least: number])[] = [
  ['ization', 'iz', 5],
  ['isation', 'iz', 5],
  ['fulness', '', 4],
  ['iveness', 'iv', 5],
  ['ation', 'at', 5],
  ['ment', '', 3],
  ['ness', '', 3],
  ['able', '', 4],
  ['ible', '', 4],
  ['ence', '', 4],
  ['ance', '', 4],
  ['ion', '', 5],
  ['ity', '', 5],
  ['ive', 'iv', 5],
  ['ful', '', 4],
  ['er', '', 4],
  ['or', '', 5],
  ['ly', '', 4],
  ['al', '', 4],
];

/** What an English word has in common with its other forms: `retri` of retries, retried, retrying. Other words stay nearly as they are. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const singular = withoutPlural(word);
  const bare = withoutTense(singular);
  if (bare !== singular) return tidy(bare);
  for (const [ending, instead, least] of endings) {
    const root = singular.endsWith(ending) ? singular.slice(0, -ending.length) + instead : '';
    if (root.length >= least && /[aeiouy]/.test(root)) return tidy(root);
  }
  return tidy(singular);
}

function withoutPlural(word: string): string {
  if (/(?:ss|ch|sh|x)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `rate` of rating, `stopp` of stopping. */
function withoutTense(word: string): string {
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const root = /^(.{3,})(?:ed|ing)$/.exec(word)?.[1];
  if (root === undefined || !/[aeiouy]/.test(root)) return word;
  return /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(root) ? `${root}e` : root;
}

/** `stop` of stopp, `cach` of cache as of caching, `retri` of retry. */
function tidy(root: string): string {
  const single = /([bdfgklmnprt])\1$/.test(root) && root.length > 3 ? root.slice(0, -1) : root;
  const bare = single.length > 4 && single.endsWith('e') ? single.slice(0, -1) : single;
  return bare.endsWith('y') && bare.length > 3 ? `${bare.slice(0, -1)}i` : bare;
}
