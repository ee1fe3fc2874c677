/** Stems of which a rule can demand only one. */
const chosen: readonly (readonly [string, string])[] = [
  ['tab', 'spac'],
  ['singl', 'doubl'],
  ['default', 'nam'],
  ['camelcas', 'snake_cas'],
  ['camelcas', 'snake-cas'],
  ['camelcas', 'kebab-cas'],
  ['kebab-cas', 'snake-cas'],
  ['kebab-cas', 'snake_cas'],
  ['camel', 'snak'],
  ['camel', 'kebab'],
  ['kebab', 'snak'],
  ['synchronou', 'asynchronou'],
  ['relativ', 'absolut'],
  ['mutabl', 'immutabl'],
  ['allow', 'forbid'],
  ['allow', 'deny'],
  ['requir', 'forbid'],
  ['optional', 'requir'],
  ['merg', 'rebas'],
  ['squash', 'rebas'],
  ['local', 'utc'],
  ['minimum', 'maximum'],
  ['clas', 'function'],
  ['throw', 'return'],
  ['uppercas', 'lowercas'],
  ['enabl', 'disabl'],
];

/** Stems that part what is alike otherwise: two rules for two things. */
const parted: readonly (readonly [string, string])[] = [
  ['befor', 'after'],
  ['abov', 'below'],
  ['first', 'last'],
  ['read', 'writ'],
  ['client', 'server'],
  ['input', 'output'],
  ['public', 'privat'],
  ['start', 'end'],
  ['new', 'old'],
  ['left', 'right'],
  ['open', 'clos'],
  ['upper', 'lower'],
  ['send', 'receiv'],
  ['up', 'down'],
];

type Pair = readonly [string, string];

/** The first pair of opposite words of which either side has one, where both cannot hold. */
export function choices(first: readonly string[], second: readonly string[]): Pair | undefined {
  return pairAmong(chosen, first, second);
}

/** The same, also where both can. */
export function opposites(first: readonly string[], second: readonly string[]): Pair | undefined {
  return choices(first, second) ?? pairAmong(parted, first, second);
}

function pairAmong(pairs: readonly Pair[], first: readonly string[], second: readonly string[]): Pair | undefined {
  return pairs.find(([one, other]) => (first.includes(one) && second.includes(other)) || (first.includes(other) && second.includes(one)));
}
