import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { programRuns } from '../tool/program-runs.ts';

/** Something to gather before rules that judge it can run. */
export type WantedReport = {
  /** Ids of the rules that share it. */
  guardrails: string[];
} & ({ kind: 'file'; path: string } | { kind: 'outputs'; run: readonly string[]; runs: string[][] });

/** What the rules need that concern any of the files in question: each report once, each program once. */
export function listWantedReports(rules: CompiledRules, paths: readonly string[], platform: string): WantedReport[] {
  const files = new Map<string, Extract<WantedReport, { kind: 'file' }>>();
  const programs = new Map<string, { run: readonly string[]; guardrails: string[]; paths: Set<string> }>();
  for (const { id, check, files: globs } of rules.rules) {
    if (check.kind !== 'coverage' && check.kind !== 'tool') continue;
    const concerned = paths.filter((path) => matchesGlobs(globs, path));
    if (concerned.length === 0) continue;
    if (check.kind === 'coverage') {
      const wanted = files.get(check.report) ?? { kind: 'file', path: check.report, guardrails: [] };
      wanted.guardrails.push(id);
      files.set(check.report, wanted);
    } else {
      const key = JSON.stringify(check.run);
      const wanted = programs.get(key) ?? { run: check.run, guardrails: [], paths: new Set() };
      wanted.guardrails.push(id);
      for (const path of concerned) wanted.paths.add(path);
      programs.set(key, wanted);
    }
  }
  const outputs = [...programs.values()].map(({ run, guardrails, paths: shared }) => {
    return { kind: 'outputs' as const, run, guardrails, runs: programRuns(run, [...shared].sort(), platform) };
  });
  return [...files.values(), ...outputs];
}
