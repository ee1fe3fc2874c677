import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { KindCompiler } from '../kind/check-kind.ts';
import { type AstLanguage, wantedLanguages } from './ast-language.ts';
import { astMutants } from './ast-mutants.ts';
import { astProblems } from './ast-problems.ts';
import { compileError } from './compile-error.ts';
import { loadEngine } from './engine.ts';
import { grammarPackages, grammarProblem } from './grammar-packages.ts';
import { astLiterals } from './literals.ts';
import { isCleanPattern } from './parse-pattern.ts';
import { patternProblems } from './pattern-problems.ts';
import { phpCheck } from './php-pattern.ts';
import { allRules, isRule } from './sub-rules.ts';

/** What is known of an ast check ahead. */
export const astCompiler: KindCompiler<AstCheck> = {
  problems(page, samples = []) {
    const missing = grammarProblem(page);
    if (missing !== undefined) return [{ at: ['language'], ...missing }];
    const check = phpCheck(page);
    const isRefused = wantedLanguages(check).named.some((language) => compileError(language, check) !== undefined);
    const patterns = isRefused ? [] : patternProblems(page, { languages: allLanguages(check), samples });
    // A fix that uses what a wrong pattern does not capture is no mistake of its own.
    return patterns.length > 0 ? patterns : astProblems(check);
  },
  literals: (check) => astLiterals(check, runnableLanguages(check)),
  mutants: astMutants,
  extras: (check) => ({
    check: phpCheck(check),
    languages: runnableLanguages(check),
    mergeable: isMergeable(check),
    looksAround: looksAround(check),
  }),
  native: { package: '@ast-grep/napi', load: loadEngine },
  packages: grammarPackages,
};

function allLanguages(check: AstCheck): AstLanguage[] {
  const { named, covered } = wantedLanguages(check);
  return [...named, ...covered];
}

/** Grammars that a check covers without naming them are left out where the rule makes no sense in them. */
function runnableLanguages(check: AstCheck): AstLanguage[] {
  const { named, covered } = wantedLanguages(check);
  const [main] = named;
  return [...named, ...covered.filter((language) => compileError(language, check) === undefined && speaksAsWell(check, language, main))];
}

/** `$A as any` compiles for JavaScript, as a pattern of broken source. */
function speaksAsWell(check: AstCheck, language: AstLanguage, main: AstLanguage | undefined): boolean {
  return patternsOf(check).every((pattern) => isCleanPattern(pattern, language) || (main !== undefined && !isCleanPattern(pattern, main)));
}

function patternsOf(check: AstCheck): unknown[] {
  const roots = [check.rule, ...Object.values(check.utils ?? {}), ...Object.values(check.constraints ?? {})];
  return roots
    .flatMap((root) => (isRule(root) ? allRules(root) : []))
    .flatMap((rule) => (rule.pattern === undefined ? [] : [rule.pattern]));
}

/** Names in utils could clash, and metavariables of constraints and transforms belong to one rule. */
function isMergeable(check: AstCheck): boolean {
  return check.constraints === undefined && check.utils === undefined && check.transform === undefined;
}

/** Such a rule may have its literals anywhere in the file. */
function looksAround({ rule }: AstCheck): boolean {
  return /"(?:inside|precedes|follows|nthChild|matches)":/.test(JSON.stringify(rule));
}
