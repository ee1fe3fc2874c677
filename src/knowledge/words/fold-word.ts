/** What a word comes down to: nothing, a number, or the stem that all words of its meaning share. */
export type FoldedWord = { kind: 'empty' } | { kind: 'number' | 'word'; text: string };

export function foldWord(word: string): FoldedWord {
  if (empty.has(word) || word.length < 2) return { kind: 'empty' };
  const number = numbers.get(word);
  if (number !== undefined) return { kind: 'number', text: number };
  const own = stem(word);
  return { kind: 'word', text: stems.get(own) ?? own };
}

/** Not `one`, which mostly counts nothing. */
const numbers = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, index) => [
    word,
    String(index + 2),
  ]),
);

/** Words that are the same in a demand. */
const alike: readonly (readonly string[])[] = [
  ['call', 'invoke'],
  ['timeout', 'deadline'],
  ['fail', 'failure'],
  ['secret', 'credential', 'password'],
  ['function', 'method', 'routine'],
  ['delete', 'remove', 'drop', 'erase'],
  ['make', 'create', 'build'],
  ['check', 'verify', 'validate'],
  ['person', 'people', 'human'],
  ['show', 'display'],
  ['change', 'modify', 'edit', 'alter'],
  ['write', 'written'],
  ['start', 'begin'],
  ['finish', 'stop'],
  ['big', 'large'],
  ['small', 'short', 'little'],
  ['message', 'text', 'wording'],
  ['carry', 'have', 'hold', 'bear', 'has', 'contain', 'include'],
  ['retry', 'repeat'],
  ['explain', 'describe', 'tell', 'say'],
  ['outside', 'external', 'outbound'],
  ['keep', 'store', 'save', 'persist', 'kept'],
  ['limit', 'bound', 'cap'],
  ['throw', 'raise'],
];

const empty = new Set(
  (
    'a an the and or of to in on at by for with from as is are be been being it its this that these those there their they we our you your who ' +
    'which what when where whose why how than then so such but if into onto over under about every each all any some one ones own also just only very ' +
    'more most must should shall need needs to may can could would will always do does please make sure ensure rather not no never without nothing none ' +
    'nobody neither nor cannot dont doesnt mustnt shouldnt cant avoid because up out'
  ).split(' '),
);

const stems = new Map(alike.flatMap(([first = '', ...others]) => [first, ...others].map((word) => [stem(word), stem(first)])));

/** English endings off: enough to see that `calls` and `calling` are the same. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])(?:es|s)$/, '')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/(?<=\w{3})e$/, '')
    .replace(/(\w)\1$/, '$1');
}
