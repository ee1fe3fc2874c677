import { MisuseError } from '#kernel/errors.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { renderProblems } from '#pages/render-problems.ts';

/** What a command says that needs these pages without a mistake. */
export function harnessError(problems: readonly PageProblem[]): MisuseError {
  const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  return new MisuseError(`the harness has ${count}:\n${renderProblems(problems)}`, {
    code: 'invalid-harness',
    facts: { problems },
    fix: 'Nothing was done. Mend the files named above, then run the command again.',
  });
}
