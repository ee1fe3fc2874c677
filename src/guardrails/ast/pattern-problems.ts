import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem } from '../kind/check-kind.ts';
import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import { explainPattern } from './explain-pattern.ts';
import { isCleanPattern } from './parse-pattern.ts';
import { phpPattern } from './php-pattern.ts';
import { listPatterns, type PlacedPattern } from './placed-patterns.ts';
import { variableProblem } from './variable-problem.ts';

interface Proof {
  /** Those that the check runs in, the one that it names first. */
  languages: readonly AstLanguage[];
  /** Texts of the page's examples. */
  samples: readonly string[];
}

/**
 * Patterns that ast-grep accepts and that cannot mean what they say: source that does not parse, and metavariables that
 * it takes for names. Some of either are meant (`[$A` finds arrays, jQuery has its `$el`), so an example that holds such
 * a thing acquits the pattern.
 */
export function patternProblems(check: AstCheck, proof: Proof): CheckProblem[] {
  return listPatterns(check).flatMap((placed) => {
    const clean = proof.languages.find((language) => isCleanPattern(placed.pattern, language));
    if (clean === undefined) return brokenPattern(placed, proof);
    return variableProblem(placed, clean, proof.samples);
  });
}

function brokenPattern(placed: PlacedPattern, { languages, samples }: Proof): CheckProblem[] {
  const [language] = languages;
  if (language === undefined || languages.some((one) => samples.some((sample) => findsCode(placed.pattern, one, sample)))) return [];
  return [{ at: placed.at, ...explainPattern(placed, language) }];
}

/** What is found in a broken example because both are broken alike is no proof. */
function findsCode(pattern: unknown, language: AstLanguage, sample: string): boolean {
  const root = loadEngine().parse(language, sample).root();
  const spoken = language === 'Php' ? phpPattern(pattern) : pattern;
  return root.findAll({ rule: { pattern: spoken } }).some((node) => node.kind() !== 'ERROR');
}
