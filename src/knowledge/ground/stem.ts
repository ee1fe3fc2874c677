/** Endings that change what a word does in a sentence and not what it is about, the longer ones first. */
const endings: readonly (readonly [ending: string, rest: string])[] = [
  ['ization', 'iz'],
  ['isation', 'iz'],
  ['fulness', ''],
  ['iveness', 'iv'],
  ['ations', 'at'],
  ['ation', 'at'],
  ['ments', ''],
  ['ities', ''],
  ['ables', ''],
  ['ment', ''],
  ['ness', ''],
  ['able', ''],
  ['ible', ''],
  ['ence', ''],
  ['ance', ''],
  ['ings', ''],
  ['ions', ''],
  ['ives', 'iv'],
  ['ing', ''],
  ['ion', ''],
  ['ity', ''],
  ['ive', 'iv'],
  ['ers', ''],
  ['ors', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ful', ''],
  ['ed', ''],
  ['er', ''],
  ['or', ''],
  ['ly', ''],
  ['al', ''],
];

/** What an English word has in common with its other forms: `retry` for retries, retried, retrying. Other words stay nearly as they are. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const singular = withoutPlural(word);
  for (const [ending, rest] of endings) {
    if (!singular.endsWith(ending)) continue;
    const root = singular.slice(0, -ending.length) + rest;
    if (root.length >= 3 && /[aeiouy]/.test(root)) return tidy(root);
  }
  return tidy(singular);
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ches') || word.endsWith('shes') || word.endsWith('xes')) return word.slice(0, -2);
  if (word.endsWith('ies') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** `stopp` of stopped is `stop`, `cach` of caching is `cache` without its end, `entri` is `entry`. */
function tidy(root: string): string {
  const single = /([bdfgklmnprt])\1$/.test(root) && root.length > 3 ? root.slice(0, -1) : root;
  const bare = single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single;
  return bare.endsWith('y') && bare.length > 3 ? `${bare.slice(0, -1)}i` : bare;
}
