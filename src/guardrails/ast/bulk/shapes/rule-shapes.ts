import type { ScriptLanguage } from '../../ast-language.ts';
import { isRule, members, type RuleObject, relatedRules } from '../../sub-rules.ts';
import { kindShapes } from './kind-shapes.ts';
import { leafShapes } from './leaf-shapes.ts';
import { patternShapes } from './pattern-shapes.ts';
import type { Shape } from './shape.ts';

/**
 * What a text has to look like around some place for a rule to find anything in it, told from the characters alone: all
 * of these hold where it does, however torn the text is. What is not known promises nothing: utils, constraints, `not`.
 */
export function ruleShapes(rule: RuleObject, language: ScriptLanguage): Shape[] {
  const related = relatedRules(rule);
  return [
    ...patternShapes(rule.pattern, language),
    ...kindShapes(rule.kind, { language, twice: related.some(({ kind }) => kind !== undefined && kind === rule.kind) }),
    ...leafShapes(rule),
    ...[...members(rule, 'all'), ...related].flatMap((part) => ruleShapes(part, language)),
    ...anyOf(rule, language),
  ];
}

function anyOf(rule: RuleObject, language: ScriptLanguage): Shape[] {
  if (!Array.isArray(rule.any)) return [];
  const options = rule.any.map((member: unknown) => (isRule(member) ? ruleShapes(member, language) : []));
  return [(text) => options.some((shapes) => shapes.every((shape) => shape(text)))];
}
