/** What a sentence says, as far as words tell without their order. */
export interface WordSet {
  /** Stems of the words that carry meaning. */
  words: ReadonlySet<string>;
  /** Text between backticks, word for word. */
  code: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** Whether it forbids. */
  isNegative: boolean;
}

/** Words that are the same in a demand. The first of each group stands for all. */
const alike: readonly (readonly string[])[] = [
  ['call', 'invoke', 'request'],
  ['timeout', 'deadline'],
  ['fail', 'error', 'failure'],
  ['secret', 'credential', 'password'],
  ['function', 'method', 'routine'],
  ['file', 'document'],
  ['test', 'spec'],
  ['delete', 'remove', 'drop', 'erase'],
  ['make', 'create', 'build'],
  ['check', 'verify', 'validate', 'ensure'],
  ['person', 'people', 'human', 'user'],
  ['customer', 'client'],
  ['show', 'display', 'present'],
  ['change', 'modify', 'edit', 'alter'],
  ['write', 'record', 'log'],
  ['start', 'begin'],
  ['end', 'finish', 'stop'],
  ['big', 'large'],
  ['small', 'short', 'little'],
  ['message', 'text', 'wording'],
  ['carry', 'have', 'hold', 'bear', 'has', 'contain', 'include'],
  ['leave', 'exit'],
  ['retry', 'repeat'],
  ['explain', 'describe', 'tell', 'say'],
  ['import', 'load'],
  ['migration', 'schema'],
  ['outside', 'external', 'outbound'],
  ['network', 'http', 'remote'],
  ['database', 'db', 'query'],
  ['keep', 'store', 'save', 'persist'],
  ['limit', 'bound', 'cap'],
  ['review', 'look'],
];

const stems = new Map(alike.flatMap(([first = '', ...others]) => [first, ...others].map((word) => [stem(word), stem(first)])));

const empty = new Set(
  'a an the and or of to in on at by for with from as is are be been it its this that these those there their they we our you your who which what when where whose than then so such but if into onto over under about every each all any some one ones own also just only very more most must should shall need needs has to may can could would will always do does please make sure ensure own instead rather not no never without nothing none nobody neither nor cannot dont avoid'.split(
    ' ',
  ),
);

const negative =
  /\b(?:never|not|no|don'?t|doesn'?t|mustn'?t|shouldn'?t|can'?t|cannot|avoid|without|forbidden|prohibited|nothing|nobody|none|neither)\b/i;

export function wordSet(text: string): WordSet {
  const code = new Set([...text.matchAll(/`+([^`]+)`+/g)].map(([, inner = '']) => inner.trim()));
  const prose = text.replace(/\]\([^)]*\)/g, ']').replace(/`+[^`]*`+/g, ' ');
  const words =
    prose
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/\p{L}[\p{L}-]*/gu) ?? [];
  return {
    words: new Set(words.filter((word) => !empty.has(word) && word.length > 1).map((word) => stems.get(stem(word)) ?? stem(word))),
    code,
    numbers: new Set((prose.match(/\d[\d,._]*(?:\.\d+)?/g) ?? []).map((number) => number.replace(/[,_]|\.$/g, ''))),
    isNegative: negative.test(prose.replace(/[’]/g, "'")),
  };
}

/** English endings off: enough to see that `calls` and `calling` are the same. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=[^s])(?:es|s)$/, '')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/(?<=\w{3})e$/, '')
    .replace(/(\w)\1$/, '$1');
}
