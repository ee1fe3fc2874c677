import type { ImportReport } from '#kernel/records/import-report.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import { findRules } from './import/find-rules.ts';
import { whatItNeeds } from './import/what-it-needs.ts';

/** Makes pages of the rules of another tool. What is there is never overwritten; with `dryRun` nothing is written at all. */
export async function importGuardrails(
  request: { cwd: string; path: string; dryRun: boolean },
  signal?: AbortSignal,
): Promise<ImportReport> {
  const root = findHarnessRoot(request.cwd);
  const { pages, left } = await findRules(root, request, signal);
  const report: ImportReport = { version: 1, dryRun: request.dryRun, written: [], drafts: [], left: [...left] };
  const taken = new Map<string, string>();
  for (const made of pages) {
    const page = `harness/guardrails/${made.id}.md`;
    const there = taken.get(made.id) ?? [page, `${page}.draft`].find((file) => openTarget(root, file).text !== undefined);
    if (there !== undefined) {
      report.left.push({ source: made.source, why: `${made.id}: ${there} is there already` });
      continue;
    }
    taken.set(made.id, page);
    signal?.throwIfAborted();
    const why = made.unfit === undefined ? whatItNeeds(page, made.text) : [made.unfit];
    const target = why.length === 0 ? page : `${page}.draft`;
    if (!request.dryRun) stageWrite(openTarget(root, target), made.text).commit();
    const imported = { page: target, source: made.source, lost: made.lost };
    if (why.length === 0) report.written.push(imported);
    else report.drafts.push({ ...imported, why });
  }
  return report;
}
