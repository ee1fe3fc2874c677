import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Code } from '../../lexer/code.ts';
import { readCode } from '../../lexer/read-code.ts';
import type { ScriptLanguage } from '../ast-language.ts';
import { ruleShapes } from './shapes/rule-shapes.ts';
import { cheapestFirst, type Shape } from './shapes/shape.ts';

const known = new WeakMap<CompiledRule, Map<string, Shape[]>>();

/**
 * Tells of a file in which rules have found something whether the grammar has made it up while it recovered from an error:
 * the characters do not allow it. In a file that parses nothing is made up (docs/decisions/0016).
 */
export function madeUpIn(text: string, language: ScriptLanguage): (rule: CompiledRule) => boolean {
  let code: Code | undefined;
  return (rule) => {
    const shapes = shapesOf(rule, language);
    if (shapes.length > 0) code ??= readCode(text, language);
    return shapes.some((shape) => code !== undefined && !shape(code));
  };
}

/** What a rule asks of a file in a language. */
export function shapesOf(rule: CompiledRule, language: ScriptLanguage): readonly Shape[] {
  const byLanguage = known.get(rule) ?? new Map<string, Shape[]>();
  known.set(rule, byLanguage);
  const shapes = byLanguage.get(language) ?? (rule.check.kind === 'ast' ? cheapestFirst(ruleShapes(rule.check.rule, language)) : []);
  byLanguage.set(language, shapes);
  return shapes;
}
