import type { Tree } from '#guardrails/tree.ts';
import { TackroomError } from '#kernel/errors.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { answerCheck, type CheckOutcome } from './check/answer-check.ts';
import type { CheckRequest } from './check/check-request.ts';
import { ChangeQueue, type Changes } from './watch/change-queue.ts';
import { compareFindings } from './watch/compare-findings.ts';
import { WarmCheck } from './watch/warm-check.ts';

/** What is said after a change: the whole outcome, and what is new in it; or why there is none. */
export type WatchAnswer =
  | { kind: 'checked'; first: boolean; outcome: CheckOutcome; read: Tree['read']; appeared: Finding[]; gone: Finding[] }
  /** A mistake in a page, say: the next change is waited for. */
  | { kind: 'failed'; error: TackroomError };

/**
 * Checks, and checks again whenever something changes, until the signal is aborted, whose reason it throws. What is told is
 * what a check from nothing would find. Every answer is told in order, and the last is saved for the next check.
 */
export async function watch(request: CheckRequest, tell: (answer: WatchAnswer) => void, signal?: AbortSignal): Promise<never> {
  const queue = new ChangeQueue();
  const warm = new WarmCheck(request, queue);
  let before: CheckOutcome | undefined;
  try {
    for (let changes = nothingYet; ; changes = await queue.next(signal)) {
      try {
        before = (await answer({ warm, request, changes, before }, tell, signal)) ?? before;
      } catch (error) {
        if (before === undefined || signal?.aborted || !(error instanceof TackroomError)) throw error;
        tell({ kind: 'failed', error });
      }
    }
  } catch (error) {
    signal?.throwIfAborted(); // some that wait throw what they make of the reason
    throw error;
  } finally {
    warm.close();
  }
}

const nothingYet: Changes = { paths: new Map(), everything: true };

async function answer(
  about: { warm: WarmCheck; request: CheckRequest; changes: Changes; before: CheckOutcome | undefined },
  tell: (answer: WatchAnswer) => void,
  signal?: AbortSignal,
): Promise<CheckOutcome | undefined> {
  const { before, changes, request, warm } = about;
  const startedAt = performance.now();
  const open = await warm.catchUp(changes, signal);
  if (open === undefined) return undefined;
  const outcome = await answerCheck(open, { request, startedAt }, signal);
  const differences = compareFindings(before?.report.findings ?? [], outcome.report.findings);
  tell({ kind: 'checked', first: before === undefined, outcome, read: open.scope.tree.read, ...differences });
  return outcome;
}
