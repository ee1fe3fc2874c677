import type { CoverageCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';

const floors = ['lines', 'branches'] as const;

export const coverageCompiler: KindCompiler<CoverageCheck> = {
  problems: (check) => [...floorProblems(check), ...pathProblems(check)],
  literals: () => [],
  mutants: (check) => floors.flatMap((floor) => without(check, floor)),
};

function floorProblems(check: CoverageCheck): CheckProblem[] {
  if (floors.some((floor) => (check[floor] ?? 0) > 0)) return [];
  return [{ at: [], message: 'a coverage check needs a floor above 0', fix: 'Add `lines` or `branches`, in percent.' }];
}

function pathProblems({ report }: CoverageCheck): CheckProblem[] {
  if (!/^(?:[\\/]|[A-Za-z]:|\.\.(?:\/|$))|\\/.test(report)) return [];
  const message = `"${report}" is not a path inside the repository`;
  return [{ at: ['report'], message, fix: 'Write the path relative to the repository, with forward slashes: coverage/lcov.info.' }];
}

/** A page whose only floor is gone finds nothing. */
function without(check: CoverageCheck, floor: (typeof floors)[number]): Mutant[] {
  if (check[floor] === undefined) return [];
  const { [floor]: _, ...rest } = check;
  return [{ part: floor, check: rest }];
}
