import type { ScriptLanguage } from '../../ast-language.ts';
import { isRule, members, type RuleObject } from '../../sub-rules.ts';
import { childShapes } from '../shapes/child-shapes.ts';
import { kindShapes } from '../shapes/kind-shapes.ts';
import { leafShapes } from '../shapes/leaf-shapes.ts';
import { patternShapes } from '../shapes/pattern-shapes.ts';
import { behindShapes } from '../shapes/rule-shapes.ts';
import type { Shape } from '../shapes/shape.ts';
import { isNeighbour, isOneThing, looksNoFurther } from './looks-no-further.ts';

/**
 * Shapes that between them have a place in each node that a rule finds, where the file parses, and no list of statements lies between that
 * place and the node: so the statement that holds the place holds the node. Undefined where none are known, and where
 * the rule looks beyond that statement.
 */
export function ruleAnchors(
  { constraints, rule }: { rule: RuleObject; constraints?: Readonly<Record<string, unknown>> | undefined },
  language: ScriptLanguage,
): readonly Shape[] | undefined {
  const all = [rule, ...Object.values(constraints ?? {})];
  return all.every((one) => isRule(one) && looksNoFurther(one)) ? anchorsOf(rule, language) : undefined;
}

function anchorsOf(rule: RuleObject, language: ScriptLanguage): readonly Shape[] | undefined {
  const own = [...ownShapes(rule, language)].find(({ places }) => places !== undefined);
  if (own !== undefined) return [own];
  for (const member of members(rule, 'all')) {
    const anchors = anchorsOf(member, language);
    if (anchors !== undefined) return anchors;
  }
  return anyAnchors(rule, language) ?? childAnchors(rule, language);
}

/** The narrowest first. */
function* ownShapes(rule: RuleObject, language: ScriptLanguage): Generator<Shape> {
  if (isOneThing(rule)) {
    yield* childShapes(rule, language);
    if (isLeaf(rule.kind) || String(rule.regex).startsWith('^')) yield* leafShapes(rule);
    yield* behindShapes(rule, language);
  }
  yield* patternShapes(rule, language);
  if (isOneThing(rule)) yield* kindShapes(rule.kind, { language, twice: false });
}

/** In these there are no statements. */
const leaves: ReadonlySet<unknown> = new Set([
  'comment',
  'escape_sequence',
  'identifier',
  'import_statement',
  'jsx_text',
  'number',
  'predefined_type',
  'private_property_identifier',
  'property_identifier',
  'regex',
  'regex_pattern',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
  'string',
  'string_fragment',
  'type_identifier',
]);

function isLeaf(kind: unknown): boolean {
  return leaves.has(kind);
}

function anyAnchors(rule: RuleObject, language: ScriptLanguage): readonly Shape[] | undefined {
  if (!(Array.isArray(rule.any) && rule.any.every(isRule))) return undefined;
  const each = members(rule, 'any').map((member) => anchorsOf(member, language));
  return each.length === 0 || each.includes(undefined) ? undefined : each.flatMap((anchors) => anchors ?? []);
}

/** Those of a child of a node that is no list. */
function childAnchors(rule: RuleObject, language: ScriptLanguage): readonly Shape[] | undefined {
  const { has } = rule;
  if (!(isOneThing(rule) && isRule(has) && isNeighbour(has))) return undefined;
  return anchorsOf(has, language);
}
