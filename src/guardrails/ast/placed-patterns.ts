import type { AstCheck } from '#kernel/records/guardrail.ts';
import { isRule, type RuleObject, type RulePath, subRules } from './sub-rules.ts';

/** A pattern and where in the check its text stands. */
export interface PlacedPattern {
  at: RulePath;
  pattern: unknown;
  /** The text alone, where the pattern has a context and a selector. */
  text: string;
}

/** Every pattern of a check: in its rule, its constraints and its utils, at any depth. */
export function listPatterns(check: AstCheck): PlacedPattern[] {
  const named = (key: 'constraints' | 'utils') => Object.entries(check[key] ?? {}).flatMap(([name, rule]) => inside(rule, [key, name]));
  return [...inside(check.rule, ['rule']), ...named('constraints'), ...named('utils')];
}

function inside(rule: RuleObject, at: RulePath): PlacedPattern[] {
  return [...placed(rule.pattern, [...at, 'pattern']), ...subRules(rule).flatMap((sub) => inside(sub.rule, [...at, ...sub.at]))];
}

function placed(pattern: unknown, at: RulePath): PlacedPattern[] {
  if (typeof pattern === 'string') return [{ at, pattern, text: pattern }];
  if (!isRule(pattern) || typeof pattern.context !== 'string') return [];
  return [{ at: [...at, 'context'], pattern, text: pattern.context }];
}
