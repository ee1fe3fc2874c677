import type { Tree } from '#guardrails/tree.ts';
import type { CheckOutcome } from './check/answer-check.ts';
import type { CheckRequest } from './check/check-request.ts';
import { openCheck } from './check/open-check.ts';

export type { AppliedRule, CheckOutcome, Silenced } from './check/answer-check.ts';
export type { CheckRequest } from './check/check-request.ts';
export type { CheckScope } from './check/open-scope.ts';

/** Checks files against the guardrails of their repository, and hands the outcome on while the files can still be read. */
export async function check<T>(
  request: CheckRequest,
  use: (outcome: CheckOutcome, read: Tree['read']) => T,
  signal?: AbortSignal,
): Promise<T> {
  const startedAt = performance.now();
  const [open, { answerCheck }] = await Promise.all([openCheck(request, signal), import('./check/answer-check.ts')]);
  try {
    const outcome = await answerCheck(open, { request, startedAt }, signal);
    if (open.whole && open.index !== undefined) open.memory?.keepIndex(open.index, open.scope.unwatched);
    open.memory?.save(open.scope.tree.paths());
    return use(outcome, open.scope.tree.read);
  } finally {
    open.scope.close();
  }
}
