/** A rule as it stands in a page: ast-grep knows its keys. */
export type RuleObject = Readonly<Record<string, unknown>>;

export type RulePath = (string | number)[];

const relations = ['inside', 'has', 'precedes', 'follows'] as const;

export function isRule(value: unknown): value is RuleObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rules directly inside a rule, and where: members of `any` and `all`, `not`, relations and their `stopBy`, `ofRule`. */
export function subRules(rule: RuleObject): { at: RulePath; rule: RuleObject }[] {
  return [
    ...listMembers(rule, 'all'),
    ...listMembers(rule, 'any'),
    ...child(rule, ['not']),
    ...relations.flatMap((key) => [...child(rule, [key]), ...child(rule, [key, 'stopBy'])]),
    ...child(rule, ['nthChild', 'ofRule']),
  ];
}

/** A rule and all rules in it, at any depth. */
export function allRules(rule: RuleObject): RuleObject[] {
  return [rule, ...subRules(rule).flatMap((sub) => allRules(sub.rule))];
}

/** What a relation asks of the other node, without the keys that say which node that is. */
export function relatedRules(rule: RuleObject): RuleObject[] {
  return relations.flatMap((key) => child(rule, [key])).map((sub) => withoutRelationKeys(sub.rule));
}

export function withoutRelationKeys(rule: RuleObject): RuleObject {
  const { stopBy: _stopBy, field: _field, ...rest } = rule;
  return rest;
}

/** Members of a list under a key, as rules. */
export function members(rule: RuleObject, key: 'all' | 'any'): RuleObject[] {
  return listMembers(rule, key).map((sub) => sub.rule);
}

function listMembers(rule: RuleObject, key: 'all' | 'any'): { at: RulePath; rule: RuleObject }[] {
  const list = rule[key];
  return Array.isArray(list) ? list.flatMap((member: unknown, index) => (isRule(member) ? [{ at: [key, index], rule: member }] : [])) : [];
}

function child(rule: RuleObject, at: string[]): { at: RulePath; rule: RuleObject }[] {
  let value: unknown = rule;
  for (const key of at) value = isRule(value) ? value[key] : undefined;
  return isRule(value) ? [{ at, rule: value }] : [];
}
