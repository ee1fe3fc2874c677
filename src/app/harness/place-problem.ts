import type { RuleProblem } from '#guardrails/compile-rules.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { locateKey } from '#pages/locate-key.ts';
import { readInside } from '#platform/files/read-inside.ts';

/** A rule's mistake is known by its keys; whoever mends it needs the line. */
export function placeProblem(root: string, problem: RuleProblem): PageProblem {
  const { page, at, message, fix } = problem;
  return {
    path: page,
    ...locateKey(readInside(root, page) ?? '', at),
    code: 'invalid-rule',
    message,
    ...(fix === undefined ? {} : { fix }),
  };
}
