import { PlatformError } from '#platform/errors.ts';
import { runLimited } from '#platform/process/run-limited.ts';
import { matchCost } from '../regex/match-cost.ts';

const maxText = 4096;
/** Steps that are over in a few milliseconds. */
const harmlessSteps = 10_000_000;

/**
 * Tells whether a regular expression is found in one of the texts, or undefined where that takes longer than the limit.
 * Longer texts are cut.
 */
export function searchTexts(pattern: string, texts: readonly string[], limitMs: number): boolean | undefined {
  const subjects = texts.map((text) => text.slice(0, maxText));
  const regex = new RegExp(pattern);
  const work = () => subjects.some((text) => regex.test(text));
  const longest = Math.max(0, ...subjects.map((text) => text.length));
  if (matchCost(pattern, longest) * subjects.length <= harmlessSteps) return work();
  try {
    return runLimited(work, { limitMs, what: 'the search for an argument' });
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'pattern-too-slow') return undefined;
    throw error;
  }
}
