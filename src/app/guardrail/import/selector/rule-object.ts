/** An ast-grep rule, or a part of one: all its keys must hold. */
export type RuleObject = Readonly<Record<string, unknown>>;

export function kinds(...names: string[]): RuleObject {
  return anyOf(names.map((kind) => ({ kind })));
}

export function anyOf(rules: readonly RuleObject[]): RuleObject {
  const [first] = rules;
  const flat = rules.flatMap((rule) => (isOnly(rule, 'any') && Array.isArray(rule.any) ? rule.any : [rule]));
  return rules.length === 1 && first !== undefined ? first : { any: unique(flat) };
}

export function allOf(rules: readonly RuleObject[]): RuleObject {
  const [first] = rules;
  const flat = unique(rules.flatMap((rule) => (isOnly(rule, 'all') && Array.isArray(rule.all) ? rule.all : [rule])));
  if (rules.length === 1 && first !== undefined) return first;
  return mergeable(flat) ? Object.assign({}, ...flat) : { all: flat };
}

export function not(rule: RuleObject): RuleObject {
  return { not: rule };
}

/** No two of them have a key in common, and none bends another's meaning. */
function mergeable(rules: readonly RuleObject[]): boolean {
  const keys = rules.flatMap((rule) => Object.keys(rule));
  return new Set(keys).size === keys.length && !keys.includes('stopBy') && !keys.includes('field');
}

function isOnly(rule: RuleObject, key: string): boolean {
  return key in rule && Object.keys(rule).length === 1;
}

function unique(rules: readonly RuleObject[]): RuleObject[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}
