import { isRule, members, type RuleObject, withoutRelationKeys } from '../../sub-rules.ts';
import { isStatementList } from '../shapes/statement-lists.ts';

/** Whether a rule says of which one kind a node is, and that is no list of statements. */
export function isOneThing({ kind }: RuleObject): boolean {
  return typeof kind === 'string' && /^\w+$/.test(kind) && !isStatementList(kind);
}

/** Whether a relation is one to a parent or a child, and no further. */
export function isNeighbour({ stopBy }: RuleObject): boolean {
  return stopBy === undefined || stopBy === 'neighbor';
}

/**
 * Whether all that a rule asks can be told from the statement, or the member of a class, that a node is in, and from the kinds of what is
 * around that: so it finds the same where other statements are missing.
 */
export function looksNoFurther(rule: RuleObject): boolean {
  if (['precedes', 'follows', 'nthChild'].some((key) => rule[key] !== undefined)) return false;
  return asksWithin(rule, looksNoFurther);
}

/** The same of a rule about what lies in the node, with whatever stands beside it there. */
function looksNoFurtherWithin(rule: RuleObject): boolean {
  const beside = ['precedes', 'follows', 'stopBy'].map((key) => rule[key]).filter(isRule);
  const { nthChild } = rule;
  const counted = isRule(nthChild) && isRule(nthChild.ofRule) ? [nthChild.ofRule] : [];
  return [...beside, ...counted].every(looksNoFurtherWithin) && asksWithin(rule, looksNoFurtherWithin);
}

/** `ofNode`: what is asked of the parts of the rule that speak of the same node. */
function asksWithin(rule: RuleObject, ofNode: (rule: RuleObject) => boolean): boolean {
  const { has, inside, matches, not, range } = rule;
  if (matches !== undefined || range !== undefined) return false;
  return (
    (!isRule(has) || looksNoFurtherWithin(has)) &&
    (!isRule(inside) || asksOfParent(inside) || asksOnlyKinds(inside)) &&
    (!isRule(not) || ofNode(not)) &&
    [...members(rule, 'all'), ...members(rule, 'any')].every(ofNode)
  );
}

/** Of the parent, which is no list: it lies in the same statement, or is that. */
function asksOfParent(inside: RuleObject): boolean {
  return isOneThing(inside) && isNeighbour(inside) && looksNoFurther(inside);
}

/** Nothing but which kinds of nodes are around one, and in which order. */
function asksOnlyKinds(inside: RuleObject): boolean {
  const { stopBy } = inside;
  if (stopBy !== undefined && typeof stopBy !== 'string' && !(isRule(stopBy) && isOfKinds(stopBy))) return false;
  return isOfKinds(withoutRelationKeys(inside));
}

function isOfKinds({ all, any, inside, kind, not, ...others }: RuleObject): boolean {
  if (Object.keys(others).length > 0 || (kind !== undefined && (typeof kind !== 'string' || !/^\w+$/.test(kind)))) return false;
  const same = [...members({ all }, 'all'), ...members({ any }, 'any'), ...(isRule(not) ? [not] : [])];
  return same.every(isOfKinds) && (!isRule(inside) || asksOnlyKinds(inside));
}
