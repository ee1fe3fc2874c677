import { isRule, members, type RuleObject } from './sub-rules.ts';

/** Whether a rule limits the kinds of the nodes it matches, by the reckoning of ast-grep's command line. */
export function hasKinds(rule: RuleObject, utils: RuleObject, inside: readonly string[] = []): boolean {
  if (rule.kind !== undefined || rule.pattern !== undefined) return true;
  if (members(rule, 'all').some((member) => hasKinds(member, utils, inside))) return true;
  const any = members(rule, 'any');
  if (any.length > 0 && any.every((member) => hasKinds(member, utils, inside))) return true;
  const { matches } = rule;
  if (typeof matches !== 'string' || inside.includes(matches)) return false;
  const util = utils[matches];
  return isRule(util) && hasKinds(util, utils, [...inside, matches]);
}
