import { allOf, anyOf, not, type RuleObject } from './rule-object.ts';
import { atNextNode, chainRoot, wrapped } from './tree-shapes.ts';
import { Untranslatable } from './untranslatable.ts';
import { layerOf, type Match, mayStandBelow, ruleOf } from './view.ts';
import { listContainers, standsInList } from './views-of.ts';

/** What must hold of `match` for a node of `above` to be its parent, or one of its ancestors; undefined where that cannot be. */
export function isUnder(above: Match, match: Match, how: 'child' | 'descendant'): RuleObject | undefined {
  const ways: (RuleObject | undefined)[] = [sameNode(above, match, how), ...(mayBeInside(match, how) ? [inside(above, match, how)] : [])];
  const possible = ways.filter((way) => way !== undefined);
  return possible.length === 0 ? undefined : anyOf(possible);
}

/** Both are layers of one node. */
function sameNode(above: Match, match: Match, how: 'child' | 'descendant'): RuleObject | undefined {
  if (above.view.layers?.name === 'chain') return match.view.chained ? ruleOf(above) : undefined;
  const name = above.view.layers?.name;
  if (name === undefined || match.view.layers?.name !== name) return undefined;
  const distance = layerOf(match) - layerOf(above);
  return distance === 1 || (distance > 1 && how === 'descendant') ? ruleOf(above) : undefined;
}

/** The parent of an inner layer is another layer of the same node. */
function mayBeInside(match: Match, how: 'child' | 'descendant'): boolean {
  return how === 'descendant' || layerOf(match) === 0;
}

function inside(above: Match, match: Match, how: 'child' | 'descendant'): RuleObject | undefined {
  const { holds, passes = [], covers } = above.view;
  if (how === 'child' && !mayStandBelow(above.type, match)) return undefined;
  if (how === 'child' && (match.view.parentless || above.view.parentless))
    throw new Untranslatable(`what is right below ${above.type} or above ${match.type} is not the same in tree-sitter's tree`);
  const stopBy = how === 'child' ? atNextNode : 'end';
  const within = (field?: string): RuleObject => ({
    inside: { ...wrapped(ruleOf(above)), ...(field === undefined ? {} : { field }), stopBy },
  });
  const unchained = how === 'child' && match.view.chained ? [not(chainRoot)] : [];
  const ownFields = how === 'child' ? holds : covers;
  if (ownFields !== undefined)
    return ownFields.length === 0 ? undefined : allOf([...unchained, anyOf(ownFields.map((field) => within(field)))]);
  if (how === 'descendant') return above.type === 'MethodDefinition' ? anyOf([within(), inDecoratorOf(above)]) : within();
  return allOf([...unchained, within(), ...passes.map((field) => not(within(field)))]);
}

/** tree-sitter has the decorators of a method before it, not in it. */
function inDecoratorOf(method: Match): RuleObject {
  const decorator: RuleObject = { kind: 'decorator' };
  return { inside: { ...decorator, precedes: { ...wrapped(ruleOf(method)), stopBy: not(decorator) }, stopBy: 'end' } };
}

/** `A > B` and `A B`: the nodes of B with what must hold above them. */
export function under(above: readonly Match[], matches: readonly Match[], how: 'child' | 'descendant'): Match[] {
  return matches.flatMap((match) => {
    const ways = above.map((one) => isUnder(one, match, how)).filter((way) => way !== undefined);
    return ways.length === 0 ? [] : [{ ...match, extra: [...match.extra, anyOf(ways)] }];
  });
}

const separator: RuleObject = { any: [{ kind: 'comment' }, { regex: '^[;,]$' }] };

/** `A + B` and `A ~ B`. */
export function after(before: readonly Match[], matches: readonly Match[], how: 'adjacent' | 'sibling'): Match[] {
  const strange = [...before, ...matches].find((match) => layerOf(match) === 0 && !standsInList(match));
  if (strange !== undefined)
    throw new Untranslatable(`${strange.type} does not always stand in a list, and it is asked what stands before or after it`);
  const former = anyOf(before.filter(standsInList).map(ruleOf));
  const extra: RuleObject = {
    inside: listContainers,
    follows: { ...wrapped(former), stopBy: how === 'adjacent' ? not(separator) : 'end' },
  };
  return matches.filter(standsInList).map((match) => ({ ...match, extra: [...match.extra, extra] }));
}

/** `A:has(> B)`: nodes of A below which such a node stands. */
export function hasUnder(match: Match, below: readonly Match[], how: 'child' | 'descendant'): RuleObject | undefined {
  const ways = below.flatMap((one): RuleObject[] => {
    const same = sameNode(match, one, how) === undefined ? [] : [ruleOf(one)];
    const relation = mayBeInside(one, how) ? inside({ ...match, extra: [] }, one, how) : undefined;
    if (relation === undefined) return same;
    const target = how === 'child' || match.view.covers !== undefined ? allOf([ruleOf(one), relation]) : ruleOf(one);
    return [...same, { has: { ...wrapped(target), stopBy: how === 'child' ? atNextNode : 'end' } }];
  });
  return ways.length === 0 ? undefined : anyOf(ways);
}
