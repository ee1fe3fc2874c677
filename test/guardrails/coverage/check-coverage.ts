import { compileRules } from '#guardrails/compile-rules.ts';
import { type Report, runRules, type Scope } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { CoverageCheck, Guardrail } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

export interface CoverageOutcome {
  /** `path (what)` of each finding. */
  found: string[];
  notes: string[];
  faults: string[];
}

/** What a coverage guardrail makes of a report over some files. */
export function checkCoverage(
  check: Partial<CoverageCheck>,
  report: string | Report,
  files: Record<string, string>,
  rest: Partial<Guardrail> & Pick<Scope, 'root' | 'modifiedMs'> = {},
): CoverageOutcome {
  const { root, modifiedMs, ...about } = rest;
  const page = makePage(
    'one',
    {
      kind: 'coverage',
      report: 'coverage/report',
      format: 'lcov',
      ...check,
      ...(check.lines === undefined && check.branches === undefined ? { lines: 80 } : {}),
    },
    about,
  );
  const { compiled, problems } = compileRules([page], { engine: '', pagesHash: '' });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const gathered: Report = typeof report === 'string' ? { kind: 'file', path: 'coverage/report', text: report, writtenMs: 10_000 } : report;
  const scope = { tree: memoryTree(files), paths: Object.keys(files), whole: true, reports: new Map([['one', gathered]]) };
  const result = runRules(compiled, {
    ...scope,
    ...(root === undefined ? {} : { root }),
    ...(modifiedMs === undefined ? {} : { modifiedMs }),
  });
  return {
    found: result.findings.map(({ path, message }) => `${path} ${message.replace('one is broken. ', '')}`),
    notes: result.notes.map(({ message }) => message),
    faults: result.faults.map(({ message }) => message),
  };
}
