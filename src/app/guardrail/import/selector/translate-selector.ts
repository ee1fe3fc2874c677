import esquery, { type Selector } from 'esquery';
import { groupBy } from '#kernel/group-by.ts';
import { anyCondition, attributeRule, type Condition, hasAttribute } from './attribute-rule.ts';
import { fields, type Step } from './fields.ts';
import { forGrammar, type Grammar } from './for-grammar.ts';
import { placeInList } from './place-in-list.ts';
import { after, hasUnder, isUnder, under } from './relations.ts';
import { allOf, anyOf, not, type RuleObject } from './rule-object.ts';
import { atNextNode, utilities, wrapped } from './tree-shapes.ts';
import { Untranslatable } from './untranslatable.ts';
import { type Match, ruleOf } from './view.ts';
import { anyNode, knownTypes, matchesOf } from './views-of.ts';

export type Translation =
  | { ok: true; rules: { grammars: Grammar[]; rule: RuleObject; utils?: RuleObject }[] }
  /** `why` ends a sentence. */
  | { ok: false; why: string };

const grammars: readonly Grammar[] = ['typescript', 'tsx', 'javascript'];

/** A selector of ESLint as rules of ast-grep, one for all grammars where that can be; or why it cannot be said there. */
export function translateSelector(selector: string): Translation {
  let rule: RuleObject;
  try {
    rule = ruleOfMatches(translate(esquery.parse(selector), {}));
  } catch (error) {
    if (error instanceof Untranslatable) return { ok: false, why: error.message };
    if (error instanceof Error && error.name === 'SyntaxError') return { ok: false, why: `it is no selector (${error.message})` };
    throw error;
  }
  const byRule = new Map<string, { grammars: Grammar[]; rule: RuleObject; utils?: RuleObject }>();
  for (const grammar of grammars) {
    const fitting = forGrammar(rule, grammar);
    if (fitting === undefined) continue;
    const key = JSON.stringify(fitting);
    const same = byRule.get(key);
    if (same !== undefined) same.grammars.push(grammar);
    else byRule.set(key, { grammars: [grammar], rule: fitting, ...utilsOf(key, grammar) });
  }
  return byRule.size === 0 ? { ok: false, why: 'no node is of that kind' } : { ok: true, rules: [...byRule.values()] };
}

/** Those that the rule names, and those that they name. */
function utilsOf(written: string, grammar: Grammar): { utils?: RuleObject } {
  const used = new Map<string, RuleObject>();
  const add = (text: string) => {
    for (const [name, util] of Object.entries(utilities)) {
      if (used.has(name) || !text.includes(`"matches":"${name}"`)) continue;
      used.set(name, forGrammar(util, grammar) ?? { any: [] });
      add(JSON.stringify(util));
    }
  };
  add(written);
  return used.size === 0 ? {} : { utils: Object.fromEntries(used) };
}

function ruleOfMatches(matches: readonly Match[]): RuleObject {
  if (matches.length === 0) throw new Untranslatable('no node can be all that it asks for');
  const same = groupBy(matches, ({ extra }) => JSON.stringify(extra));
  return anyOf([...same.values()].map((group) => allOf([anyOf(group.map(({ view }) => view.rule)), ...(group[0]?.extra ?? [])])));
}

interface Around {
  /** Types that are in question where the selector names none. */
  types?: readonly string[];
  /** What the selector stands right below. */
  parents?: readonly Match[];
}

function translate(selector: Selector, around: Around): Match[] {
  switch (selector.type) {
    case 'child': {
      const denied = deniedParents(selector.left);
      if (denied !== undefined)
        return notUnder(
          denied.flatMap((one) => translate(one, {})),
          translate(selector.right, around),
        );
      const parents = translate(selector.left, {});
      return under(parents, translate(selector.right, { ...around, parents }), 'child');
    }
    case 'descendant':
      return under(translate(selector.left, {}), translate(selector.right, around), 'descendant');
    case 'adjacent':
    case 'sibling':
      return after(translate(selector.left, {}), translate(selector.right, around), selector.type);
    case 'compound':
      return compound(selector.selectors, around);
    default:
      return compound([selector], around);
  }
}

/** Of `* > A` and `:not(B) > A`: what may not be the parent. To list what may would be to know every type there is. */
function deniedParents(selector: Selector): Selector[] | undefined {
  const parts = selector.type === 'compound' ? selector.selectors : [selector];
  const denied = parts.map((part) => {
    if (part.type === 'wildcard') return [];
    return part.type === 'not' ? part.selectors : undefined;
  });
  return denied.every((one) => one !== undefined) ? denied.flat() : undefined;
}

function notUnder(above: readonly Match[], matches: readonly Match[]): Match[] {
  return matches.flatMap((match) => {
    if (match.type === 'Program') return [];
    const ways = above.map((one) => isUnder(one, match, 'child')).filter((way) => way !== undefined);
    return [ways.length === 0 ? match : { ...match, extra: [...match.extra, not(anyOf(ways))] }];
  });
}

/** Several tests of one node. */
function compound(parts: readonly Selector[], around: Around): Match[] {
  const tests = parts.filter((part) => !(part.type === 'class' && String(part.name) === 'exit'));
  let matches = candidates(tests, around);
  for (const part of tests) matches = matches.flatMap((match) => narrow(match, part, around));
  return matches;
}

/** Every node that can pass, by its type. */
function candidates(parts: readonly Selector[], { types, parents }: Around): Match[] {
  for (const part of parts) {
    if (part.type === 'identifier') return matchesOf(part.value);
    if (part.type === 'class') return classTypes(part.name).flatMap(matchesOf);
  }
  if (types !== undefined) return types.flatMap(matchesOf);
  for (const part of parts) {
    if (part.type === 'matches') return unique(part.selectors.flatMap((one) => translate(one, {})));
    if (part.type === 'attribute' && part.operator !== '!=' && !part.name.startsWith('parent.'))
      return typesWith(part.name).flatMap(matchesOf);
  }
  if (parents === undefined && !parts.some(({ type }) => type === 'field')) throw new Untranslatable('it asks for nodes of every type');
  return [anyNode()];
}

function unique(matches: readonly Match[]): Match[] {
  return [...new Map(matches.map((match) => [`${match.type} ${match.index}`, { ...match, extra: [] }])).values()];
}

function typesWith(attribute: string): string[] {
  const types = knownTypes.filter((type) => hasAttribute(type, attribute));
  if (types.length === 0) throw new Untranslatable(`nothing is known here of the attribute ${attribute}`);
  return types;
}

function classTypes(name: string): string[] {
  if (name.toLowerCase() === 'function') return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  throw new Untranslatable(`:${name} stands for more types than are known here`);
}

function narrow(match: Match, part: Selector, around: Around): Match[] {
  const { parents } = around;
  switch (part.type) {
    case 'identifier':
      return part.value.toLowerCase() === match.type.toLowerCase() ? [match] : [];
    case 'class':
      return classTypes(part.name).includes(match.type) ? [match] : [];
    case 'wildcard':
      return [match];
    case 'attribute':
      return narrowed(match, attributeRule(match, part));
    case 'matches':
      return narrowed(match, anyCondition(part.selectors.flatMap((one) => whereIts(match, one, around))));
    case 'not':
      return narrowed(match, denied(anyCondition(part.selectors.flatMap((one) => whereIts(match, one, around)))));
    case 'has':
      return narrowed(match, anyCondition(part.selectors.flatMap((one) => having(match, one))));
    case 'nth-child':
    case 'nth-last-child':
      return narrowed(match, placeInList(parents, { position: part.index.value, reverse: part.type === 'nth-last-child' }));
    case 'field':
      return inField(match, part.name, parents);
    default:
      throw new Untranslatable(`${part.type} is not known here`);
  }
}

function narrowed(match: Match, condition: Condition): Match[] {
  if (typeof condition === 'boolean') return condition ? [match] : [];
  return [{ ...match, extra: [...match.extra, condition] }];
}

function denied(condition: Condition): Condition {
  return typeof condition === 'boolean' ? !condition : not(condition);
}

/** What makes this node pass another selector, too. */
function whereIts(match: Match, selector: Selector, { parents }: Around): Condition[] {
  const same = translate(selector, {
    ...(match.type === '*' ? {} : { types: [match.type] }),
    ...(parents === undefined ? {} : { parents }),
  });
  if (match.type === '*') return same.map(ruleOf);
  return same
    .filter(({ type, index }) => type === match.type && index === match.index)
    .map(({ extra }) => extra.length === 0 || allOf(extra));
}

/** ESLint begins to look at the node itself, and sees nothing of what is above it. */
function having(match: Match, selector: Selector): Condition[] {
  const { first, steps } = stepsOf(selector);
  const last = steps.at(-1)?.selector ?? first;
  let below = translate(last ?? selector, {});
  for (let index = steps.length - 1; index > 0; index--) {
    const { how } = steps[index] ?? {};
    const upper = steps[index - 1]?.selector;
    if (how !== undefined && upper !== undefined) below = holding(translate(upper, {}), below, how);
  }
  const how = steps[0]?.how;
  if (first === undefined && how !== undefined) return optional(hasUnder(match, below, how));
  if (first !== undefined && how !== undefined) below = holding(translate(first, {}), below, how);
  const here = below.filter(({ type, index }) => type === match.type && index === match.index);
  return [...here.map(({ extra }) => extra.length === 0 || allOf(extra)), ...optional(hasUnder(match, below, 'descendant'))];
}

function optional(rule: RuleObject | undefined): RuleObject[] {
  return rule === undefined ? [] : [rule];
}

function holding(matches: readonly Match[], below: readonly Match[], how: 'child' | 'descendant'): Match[] {
  return matches.flatMap((match) => optional(hasUnder(match, below, how)).map((rule) => ({ ...match, extra: [...match.extra, rule] })));
}

interface Steps {
  /** None where the selector begins at the node itself: `:has(> B)`. */
  first: Selector | undefined;
  steps: { how: 'child' | 'descendant'; selector: Selector }[];
}

function stepsOf(selector: Selector): Steps {
  if (selector.type === 'adjacent' || selector.type === 'sibling') throw new Untranslatable(':has() asks what stands beside something');
  if (selector.type !== 'child' && selector.type !== 'descendant')
    return { first: String(selector.type) === 'exactNode' ? undefined : selector, steps: [] };
  const { first, steps } = stepsOf(selector.left);
  return { first, steps: [...steps, { how: selector.type, selector: selector.right }] };
}

/** `Identifier.callee`: only what stands in that field of its parent. */
function inField(match: Match, name: string, parents: readonly Match[] | undefined): Match[] {
  const owners = parents ?? knownTypes.filter((type) => fields[type]?.[name] !== undefined).flatMap(matchesOf);
  if (name.includes('.') || owners.length === 0) throw new Untranslatable(`nothing is known here of the field ${name}`);
  const ways = owners.flatMap((owner) => {
    const steps = fields[owner.type]?.[name];
    if (steps === undefined) throw new Untranslatable(`nothing is known here of the field ${name} of ${owner.type}`);
    return steps.flatMap((step) => standsIn(match, owner, step));
  });
  return ways.length === 0 ? [] : [{ ...match, extra: [...match.extra, anyOf(ways)] }];
}

function standsIn(match: Match, owner: Match, step: Step): RuleObject[] {
  const layers = match.view.layers;
  if (step.to === 'layer')
    return layers !== undefined && layers.name === owner.view.layers?.name && layers.layer === step.layer ? [ruleOf(owner)] : [];
  if (layers !== undefined && layers.layer > 0) return [];
  if (step.to === 'only') return [{ inside: { ...wrapped(ruleOf(owner)), stopBy: atNextNode } }];
  if (step.to === 'place' || step.to === 'inside') throw new Untranslatable('a field asks for a place that tree-sitter does not name');
  const within = step.to === 'field' && step.in !== undefined ? [step.in] : [];
  const rule = wrapped(allOf([ruleOf(owner), ...within]));
  return [{ inside: { ...rule, ...(step.field === undefined ? {} : { field: step.field }), stopBy: atNextNode } }];
}
