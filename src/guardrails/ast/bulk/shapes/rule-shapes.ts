import type { ScriptLanguage } from '../../ast-language.ts';
import { isRule, members, type RuleObject, relatedRules } from '../../sub-rules.ts';
import { childShapes } from './child-shapes.ts';
import { kindConditions, kindShapes, kindSource } from './kind-shapes.ts';
import { leafShapes } from './leaf-shapes.ts';
import { patternShapes } from './pattern-shapes.ts';
import { matchingWhere } from './places.ts';
import { withinLoop } from './regions.ts';
import { anyOf, matchingInOrder, type Shape } from './shape.ts';

/**
 * What a file that parses has to look like for a rule to find anything in it, told without parsing: all of these hold
 * where it does. What is not known promises nothing: utils, constraints, `not`.
 */
export function ruleShapes(rule: RuleObject, language: ScriptLanguage): Shape[] {
  const related = relatedRules(rule);
  return [
    ...childShapes(rule, language), // of these some cost nothing
    ...patternShapes(rule, language),
    ...kindShapes(rule.kind, { language, twice: related.some(({ kind }) => kind !== undefined && kind === rule.kind) }),
    ...leafShapes(rule),
    ...behindShapes(rule, language),
    ...[...members(rule, 'all'), ...related].flatMap((part) => ruleShapes(part, language)),
    ...(Array.isArray(rule.any) ? [anyOf(rule.any.map((member: unknown) => (isRule(member) ? ruleShapes(member, language) : [])))] : []),
  ];
}

/** `{ kind: await_expression, inside: { kind: for_statement } }`: what is around a node begins before it. */
export function behindShapes({ kind, inside }: RuleObject, language: ScriptLanguage): Shape[] {
  if (typeof kind !== 'string' || !isRule(inside)) return [];
  const outer = inside.any === undefined ? [inside] : members(inside, 'any');
  const isLoop = outer.every((rule) => typeof rule.kind === 'string' && loops.has(rule.kind));
  const sources = outer.map((rule) =>
    typeof rule.kind === 'string' && beginsWithWord.test(rule.kind) ? kindSource(rule.kind, language) : undefined,
  );
  const own = beginsWithWord.test(kind) ? kindSource(kind, language) : undefined;
  if (own === undefined || sources.length === 0 || sources.includes(undefined)) return [];
  const around = `(?:${sources.join('|')})`;
  return [isLoop ? matchingWhere(own, [withinLoop(around), ...kindConditions(kind)]) : matchingInOrder(around, own)];
}

const beginsWithWord = /^(?:for|for_in|while|if|switch|with|throw|return|await|try|do)_(?:statement|expression)$|_clause$/;

const loops: ReadonlySet<string> = new Set(['for_in_statement', 'for_statement', 'while_statement']);
