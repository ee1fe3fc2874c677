import { countTokens } from '#delivery/count-tokens.ts';
import { makeGuidanceIndex } from '#delivery/guidance-index.ts';
import { compileGlobs } from '#guardrails/compile-globs.ts';
import type { GuidanceIndex } from '#kernel/records/guidance.ts';
import { isSample } from '#pages/is-sample.ts';
import { loadHarness } from '#pages/load-harness.ts';

/** Makes of a worktree's pages what can be said of them before an agent errs. Pages with mistakes are left out. */
export function compileGuidance(root: string, stamp: string): GuidanceIndex {
  const { guardrails, pages, settings } = loadHarness(root);
  const inForce = new Map(guardrails.filter((page) => !isSample(page)).map((page) => [page.path, page]));
  const { maxItems, momentTokens, windowTokens } = settings.delivery;
  return makeGuidanceIndex(pages, {
    stamp,
    messageOf: (path) => inForce.get(path)?.message,
    countTokens,
    compileGlobs: (globs) => compileGlobs(globs).globs,
    limits: { items: maxItems, momentTokens, windowTokens },
  });
}
