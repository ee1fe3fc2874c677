import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { matchesGlobs, mayBreakRule } from '../../may-break.ts';
import { astLanguageOf } from '../ast-language.ts';
import { bulkLanguages } from './cli-rules.ts';
import { ruleShapes } from './shapes/rule-shapes.ts';
import type { Shape } from './shapes/shape.ts';

interface Wanted {
  rule: CompiledRule;
  shapes: readonly Shape[];
}

/**
 * Whether any rule can find something in a file, told from its characters. Rules that said yes most often are asked
 * first: one yes is enough.
 */
export function fileFilter(rules: readonly CompiledRule[]): (path: string, text: string) => boolean {
  const byLanguage = new Map<string, Wanted[]>(bulkLanguages.map((language) => [language, wantedIn(rules, language)]));
  return (path, text) => {
    const wanted = byLanguage.get(astLanguageOf(path) ?? '') ?? [];
    const index = wanted.findIndex((one) => mayFind(one, path, text));
    const [found] = index < 1 ? [] : wanted.splice(index, 1);
    if (found !== undefined) wanted.splice(index >> 1, 0, found);
    return index !== -1;
  };
}

function wantedIn(rules: readonly CompiledRule[], language: (typeof bulkLanguages)[number]): Wanted[] {
  return rules.flatMap((rule) => {
    const { check, languages } = rule;
    return check.kind === 'ast' && languages?.includes(language) === true ? [{ rule, shapes: ruleShapes(check.rule, language) }] : [];
  });
}

function mayFind({ rule, shapes }: Wanted, path: string, text: string): boolean {
  return matchesGlobs(rule.files, path) && mayBreakRule(rule, text) && shapes.every((shape) => shape(text));
}
