import type { AstCheck } from '#kernel/records/guardrail.ts';
import { allOf, anyOf, type Literals } from '../regex/literals.ts';
import { regexLiterals } from '../regex/regex-literals.ts';
import type { AstLanguage } from './ast-language.ts';
import { kindLiterals } from './kind-literals.ts';
import { patternLeaves } from './pattern-literals.ts';
import { isRule, members, type RuleObject, relatedRules } from './sub-rules.ts';

/** Texts that a file must contain for an ast check to find anything in it, in whichever of these languages it is written. */
export function astLiterals(check: AstCheck, languages: readonly AstLanguage[]): Literals {
  const each = languages.map((language) => ruleLiterals(check.rule, { check, language, inside: [] }));
  const [first = []] = each;
  return each.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : anyOf(each);
}

interface Context {
  check: AstCheck;
  language: AstLanguage;
  /** Names of the utils and constraints around this rule, which may go in circles. */
  inside: readonly string[];
}

/** All keys of a rule must hold. `not`, `nthChild`, `range` and a relation's `stopBy` promise nothing. */
function ruleLiterals(rule: RuleObject, context: Context): Literals {
  const parts: Literals[] = [];
  if (rule.pattern !== undefined) parts.push(patternLiterals(rule.pattern, context));
  if (typeof rule.kind === 'string') parts.push(kindLiterals(rule.kind, context.language));
  if (typeof rule.regex === 'string') parts.push(regexLiterals(rule.regex, 'rust'));
  if (typeof rule.matches === 'string') parts.push(namedLiterals(context.check.utils?.[rule.matches], `utils ${rule.matches}`, context));
  for (const member of [...members(rule, 'all'), ...relatedRules(rule)]) parts.push(ruleLiterals(member, context));
  if (Array.isArray(rule.any)) parts.push(anyOf(rule.any.map((member: unknown) => (isRule(member) ? ruleLiterals(member, context) : []))));
  return allOf(parts);
}

/** A constraint speaks of what a metavariable captured, so it holds wherever a pattern that captures it has matched. */
function patternLiterals(pattern: unknown, context: Context): Literals {
  const { literals, captured } = patternLeaves(pattern, context.language);
  const constraints = captured.map((name) => namedLiterals(context.check.constraints?.[name], `constraints ${name}`, context));
  return allOf([literals, ...constraints]);
}

function namedLiterals(rule: RuleObject | undefined, name: string, context: Context): Literals {
  if (rule === undefined || context.inside.includes(name)) return [];
  return ruleLiterals(rule, { ...context, inside: [...context.inside, name] });
}
