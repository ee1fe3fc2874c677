import type { Attribute } from 'esquery';
import { type AttributeTest, holdsFor, regexOf, testOf } from './attribute-test.ts';
import { fields, type Step } from './fields.ts';
import { type Leaf, leaves } from './leaves.ts';
import { literalValue } from './literal-value.ts';
import { isUnder } from './relations.ts';
import { allOf, anyOf, not, type RuleObject } from './rule-object.ts';
import { rustRegex } from './rust-regex.ts';
import { targetIn } from './target-in.ts';
import { atNextNode, chainRoot, notComment, orInParameter, orInParentheses, outOfParentheses, wrapped } from './tree-shapes.ts';
import { Untranslatable } from './untranslatable.ts';
import { layerOf, type Match, mayStandBelow, ruleOf } from './view.ts';
import { knownTypes, matchesOf } from './views-of.ts';

/** What must hold of a node for `[callee.name='x']`; true and false where that is known without looking. */
export type Condition = RuleObject | boolean;

export function attributeRule(match: Match, attribute: Attribute): Condition {
  const path = attribute.name.split('.');
  const condition = pathRule(match, path, testOf(attribute));
  if (attribute.operator !== '!=') return condition;
  return typeof condition === 'boolean' ? !condition : not(condition);
}

/** Whether anything is known of an attribute of a type, so that a selector which names no type can be about it. */
export function hasAttribute(type: string, name: string): boolean {
  if (name === 'type' || name === 'parent') return true;
  const [first = ''] = name.split('.');
  return (
    leaves[type]?.[first] !== undefined ||
    fields[type]?.[first] !== undefined ||
    (type === 'Literal' && (first === 'value' || first === 'regex'))
  );
}

function pathRule(match: Match, path: readonly string[], test: AttributeTest): Condition {
  const [first = '', ...rest] = path;
  if (first === 'type' && rest.length === 0) return holdsFor(test, match.type);
  if (first === 'parent' && rest.length > 0) return parentRule(match, rest, test);
  const special = specialRule(match.type, path, test);
  if (special !== undefined) return special;
  const leaf = leaves[match.type]?.[first];
  if (leaf !== undefined && rest.length === 0) return 'text' in leaf ? textCondition(leaf.text, test) : valueCondition(leaf, test);
  if (leaf !== undefined) return false;
  const steps = fields[match.type]?.[first];
  if (steps === undefined) throw new Untranslatable(`nothing is known here of the attribute ${path.join('.')} of ${match.type}`);
  const conditions = steps.map((step) => stepRule(match, step, { rest, test, name: first }));
  return anyCondition(conditions);
}

function textCondition(rule: (regex: string) => RuleObject, test: AttributeTest): Condition {
  const regex = regexOf(test);
  return typeof regex === 'boolean' ? regex : rule(regex);
}

function valueCondition({ values, optional }: Extract<Leaf, { values: unknown }>, test: AttributeTest): Condition {
  const passing = values.filter(([value]) => holdsFor(test, value));
  if (passing.length === values.length && optional !== true) return true;
  return passing.length === 0 ? false : anyOf(passing.map(([, rule]) => rule));
}

function specialRule(type: string, path: readonly string[], test: AttributeTest): Condition | undefined {
  const name = path.join('.');
  if (type === 'Literal' && name === 'value') return literalValue(test);
  if (type === 'Literal' && (name === 'regex' || name === 'regex.pattern' || name === 'regex.flags')) return regexLiteral(name, test);
  if (type === 'TemplateElement' && (name === 'value.raw' || name === 'value.cooked')) return templateText(test);
  if (type === 'TSAsExpression' && name === 'typeAnnotation.typeName.name' && holdsFor(test, 'const'))
    return anyOf([{ has: { regex: '^const$', not: { kind: 'identifier' } } }, ...plainSteps(test)]);
  return undefined;
}

/** `as const` has no name of a type in tree-sitter. */
function plainSteps(test: AttributeTest): RuleObject[] {
  const [match] = matchesOf('TSAsExpression');
  const [step] = fields.TSAsExpression?.typeAnnotation ?? [];
  const rule =
    match === undefined || step === undefined ? false : stepRule(match, step, { rest: ['typeName', 'name'], test, name: 'typeAnnotation' });
  return typeof rule === 'boolean' ? [] : [rule];
}

function regexLiteral(name: string, test: AttributeTest): Condition {
  if (name === 'regex') return test.kind === 'exists' ? { kind: 'regex' } : false;
  const kind = name === 'regex.pattern' ? 'regex_pattern' : 'regex_flags';
  const regex = regexOf(test);
  return { kind: 'regex', ...(regex === true ? {} : { has: typeof regex === 'string' ? { kind, regex } : { any: [] } }) };
}

/** tree-sitter has no node for an empty stretch of a template, and ends one at each escape. */
function templateText(test: AttributeTest): Condition {
  if (test.kind !== 'matches' || test.regex.test('') || /[\^$]/.test(test.regex.source))
    throw new Untranslatable('of the text of a template only a part can be compared, by a regular expression without ^ and $');
  return { regex: rustRegex(test.regex) };
}

interface Wanted {
  rest: readonly string[];
  test: AttributeTest;
  name: string;
}

function stepRule(match: Match, step: Step, wanted: Wanted): Condition {
  if (step.to === 'list') return listRule(match, step, wanted);
  const within = step.in === undefined ? [] : [step.in];
  const { rest, test, name } = wanted;
  const target: { rule: Condition; denied?: true } = rest.length === 0 ? presence(name, test) : { rule: targetRule(match, step, wanted) };
  if (typeof target.rule === 'boolean') return target.rule;
  const rule = allOf([...within, step.to === 'layer' ? target.rule : reach(step, target.rule)]);
  return target.denied === true ? not(rule) : rule;
}

/** `[init=null]` and `[init]`; nothing else is true of a node. What only TypeScript has is undefined where it is not there. */
function presence(name: string, test: AttributeTest): { rule: Condition; denied?: true } {
  const absent = /^(?:returnType|typeAnnotation)$/.test(name) ? 'undefined' : 'null';
  if (test.kind === 'equals' && test.text === absent) return { rule: { regex: '' }, denied: true };
  return { rule: test.kind === 'exists' ? { regex: '' } : false };
}

/** Parentheses have no node in ESLint's tree. */
function reach(step: Exclude<Step, { to: 'layer' | 'list' }>, rule: RuleObject): RuleObject {
  if (step.to === 'only')
    return { has: isPlain(rule) ? { nthChild: { position: 1, ofRule: notComment } } : { ...wrapped(rule), stopBy: outOfParentheses } };
  if (step.to === 'inside') {
    const inner = isPlain(rule) ? { regex: step.starts } : { has: { ...wrapped(rule), stopBy: atNextNode } };
    return { has: { kind: step.kind, ...inner } };
  }
  if (step.to === 'field') {
    const inField = { inside: { field: step.field, regex: '', stopBy: outOfParentheses } };
    return isPlain(rule) || bareFields.includes(step.field)
      ? { has: { field: step.field, ...wrapped(rule) } }
      : { has: { ...allOf([rule, inField]), stopBy: outOfParentheses } };
  }
  const place = { nthChild: { position: step.place, ofRule: notComment, ...(step.fromEnd ? { reverse: true } : {}) } };
  return { has: { ...wrapped(orInParentheses(rule)), ...place } };
}

/** No parentheses can stand there. */
const bareFields = ['source', 'name', 'property', 'key', 'label', 'alias', 'kind', 'body', 'open_tag'];

/** Whether something is there at all. */
function isPlain(rule: RuleObject): boolean {
  return rule.regex === '' && Object.keys(rule).length === 1;
}

/** The nodes of any type that may stand there and pass the rest of the path. */
function targetRule(match: Match, step: Step, { rest, test, name }: Wanted): Condition {
  const [first = ''] = rest;
  const layer = step.to === 'layer' ? step.layer : 0;
  const targets = knownTypes.filter((type) => hasAttribute(type, first)).flatMap(matchesOf);
  const there = targets.filter((target) => layerOf(target) === layer && mayStandBelow(match.type, target));
  if (step.to === 'layer') return anyCondition(there.map((target) => conditionOf(target, pathRule(target, rest, test))));
  return anyTarget(match, { rest, test, name }, there);
}

function anyTarget(match: Match, { rest, test, name }: Wanted, targets: readonly Match[]): Condition {
  const inPlace = targets.flatMap((target) => targetIn(match.type, { field: name, attribute: rest.join('.'), test }, target));
  return anyCondition(
    inPlace.map((target) => {
      const condition = pathRule(target, rest, test);
      return condition !== false && target.view.chained
        ? allOf([conditionOf(target, condition), apartFromChain(name)].flat())
        : conditionOf(target, condition);
    }),
  );
}

/** The middle of a chain is never all of it, unless it is in parentheses. */
function apartFromChain(field: string): RuleObject {
  return field === 'callee' || field === 'object' ? not({ inside: { kind: 'parenthesized_expression' } }) : not(chainRoot);
}

function conditionOf(target: Match, condition: Condition): RuleObject {
  if (condition === false) return { any: [] };
  return condition === true ? ruleOf(target) : allOf([ruleOf(target), condition]);
}

/** `arguments.length`, `arguments.0.name`. */
function listRule(match: Match, step: Extract<Step, { to: 'list' }>, { rest: [which = '', ...rest], test, name }: Wanted): Condition {
  if (which === '') return test.kind === 'exists';
  if (which === 'length' && rest.length === 0) return lengthRule(step, test);
  if (!/^\d+$/.test(which) || rest.length === 0) throw new Untranslatable(`${name}.${which} is no place in a list`);
  const [first = ''] = rest;
  const targets = knownTypes.filter((type) => hasAttribute(type, first)).flatMap(matchesOf);
  const there = targets.filter((target) => layerOf(target) === 0 && mayStandBelow(match.type, target));
  const found = anyTarget(match, { rest, test, name }, there);
  return typeof found === 'boolean'
    ? found
    : atPlace(step, Number(which) + 1, wrapped(step.field === 'parameters' ? orInParameter(found) : orInParentheses(found)));
}

function atPlace(step: Extract<Step, { to: 'list' }>, place: number, rule: RuleObject = {}): RuleObject {
  const ofRule = step.item ?? notComment;
  const item = { has: { nthChild: { position: place, ofRule }, ...rule } };
  if (step.field === undefined) return item;
  const inField = { has: { field: step.field, ...item } };
  // An arrow function of one name has no list.
  if (step.field === 'parameters' && place === 1)
    return anyOf([inField, { has: { field: 'parameter', ...(Object.keys(rule).length === 0 ? { regex: '' } : rule) } }]);
  return inField;
}

function lengthRule(step: Extract<Step, { to: 'list' }>, test: AttributeTest): Condition {
  const atLeast = (count: number): Condition => (count <= 0 ? true : atPlace(step, count));
  const below = (count: number): Condition => (count <= 0 ? false : not(atPlace(step, count)));
  if (test.kind === 'equals' && /^\d+$/.test(test.text)) {
    const count = Number(test.text);
    const least = atLeast(count);
    return least === true ? below(1) : allOf([least, below(count + 1)].filter((one) => typeof one !== 'boolean'));
  }
  if (test.kind !== 'compares' || !Number.isInteger(test.number))
    throw new Untranslatable('a length is compared with something that is no number');
  const { operator, number } = test;
  if (operator === '>') return atLeast(number + 1);
  if (operator === '>=') return atLeast(number);
  return below(operator === '<' ? number : number + 1);
}

function parentRule(match: Match, rest: readonly string[], test: AttributeTest): Condition {
  const [first = ''] = rest;
  const parents = knownTypes.filter((type) => hasAttribute(type, first)).flatMap(matchesOf);
  const conditions = parents.map((parent): Condition => {
    const condition = pathRule(parent, rest, test);
    if (condition === false) return false;
    return isUnder({ ...parent, extra: condition === true ? [] : [condition] }, match, 'child') ?? false;
  });
  return anyCondition(conditions);
}

export function anyCondition(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const rules = conditions.filter((one) => typeof one !== 'boolean').filter((one) => !(Array.isArray(one.any) && one.any.length === 0));
  return rules.length === 0 ? false : anyOf(rules);
}
