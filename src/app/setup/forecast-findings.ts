import { parse } from 'yaml';
import { compileRules } from '#guardrails/compile-rules.ts';
import { judgesReports, runRulesAsync } from '#guardrails/run-rules.ts';
import { groupBy } from '#kernel/group-by.ts';
import { harnessSettingsSchema } from '#kernel/records/harness-settings.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { openScope } from '../check/open-scope.ts';
import { excludeTest } from '../harness/exclude-test.ts';
import type { FileChange } from './file-change.ts';
import { plannedPages } from './planned-pages.ts';

/** What the guardrails would find in the repository as it is today. */
export interface Forecast {
  /** Files that were looked at. */
  files: number;
  /** Most findings first. `findings` is absent where a guardrail speaks before commands only, could not be run, or waits for a grammar (`absent`). */
  guardrails: { id: string; title: string; priority: Priority; about: 'files' | 'commands' | 'absent'; findings?: number }[];
}

interface Request {
  root: string;
  /** Pages and settings among them count as if they were there. */
  changes: readonly FileChange[];
  onFile?(about: { done: number; total: number }): void;
}

/** Runs the guardrails that are there and those that are planned, before anything is written. */
export async function forecastFindings({ root, changes, onFile }: Request, signal?: AbortSignal): Promise<Forecast> {
  const harness = loadHarness(root, { only: 'guardrails' });
  const pages = [...harness.guardrails, ...plannedPages(changes)];
  const exclude = plannedExclude(changes) ?? harness.settings.check.exclude;
  const { compiled: rules } = compileRules(pages, { engine: findOwnPackage(import.meta.url).version, pagesHash: '' });
  const scope = await openScope({ root, scope: { kind: 'all' } }, signal);
  try {
    const isExcluded = await excludeTest(exclude);
    const paths = scope.paths.filter((path) => !isExcluded(path));
    const seen = new Set<string>();
    const read = (path: string) => {
      onFile?.({ done: seen.add(path).size, total: Math.max(paths.length, seen.size) });
      return scope.tree.read(path);
    };
    const { findings, faults, files } = await runRulesAsync(rules, { tree: { ...scope.tree, read }, paths, whole: true, root }, signal);
    const failed = new Set(faults.map(({ guardrail }) => guardrail));
    const counts = groupBy(findings, (finding) => finding.guardrail);
    const guardrails: Forecast['guardrails'] = rules.rules.map(({ id, title, priority, check }) => ({
      id,
      title,
      priority,
      about: check.kind === 'command' ? ('commands' as const) : ('files' as const),
      ...(check.kind === 'command' || judgesReports({ check }) || failed.has(id) ? {} : { findings: counts.get(id)?.length ?? 0 }),
    }));
    const known = new Set(guardrails.map(({ id }) => id));
    const waiting: Forecast['guardrails'] = pages
      .filter(({ guardrail: { id, check } }) => check.kind === 'ast' && !known.has(id))
      .map(({ guardrail: { id, title, priority } }) => ({ id, title, priority, about: 'absent' }));
    return { files, guardrails: [...guardrails, ...waiting].sort((a, b) => (b.findings ?? -1) - (a.findings ?? -1)) };
  } finally {
    scope.close();
  }
}

/** We wrote the text ourselves: it has no mistakes. */
function plannedExclude(changes: readonly FileChange[]): string[] | undefined {
  const after = changes.find(({ path }) => path === 'harness/harness.yaml')?.after;
  return after === undefined ? undefined : harnessSettingsSchema.parse(parse(after)).check.exclude;
}
