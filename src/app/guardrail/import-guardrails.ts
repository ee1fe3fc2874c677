import { compileRules } from '#guardrails/compile-rules.ts';
import { judgeExamples } from '#guardrails/test-examples.ts';
import type { ImportReport } from '#kernel/records/import-report.ts';
import { readPage } from '#pages/read-page.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import type { MadePage } from './import/ast-grep-page.ts';
import { findRules } from './import/find-rules.ts';

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
    const why = whatItNeeds(made, page);
    const target = why.length === 0 ? page : `${page}.draft`;
    if (!request.dryRun) stageWrite(openTarget(root, target), made.text).commit();
    const imported = { page: target, source: made.source, lost: made.lost };
    if (why.length === 0) report.written.push(imported);
    else report.drafts.push({ ...imported, why });
  }
  return report;
}

/** Nothing, where the page is sound and its examples hold. */
function whatItNeeds(made: MadePage, page: string): string[] {
  if (made.unfit !== undefined) return [made.unfit];
  const { guardrail, problems } = readPage(page, 'guardrail', made.text);
  if (problems.some(({ code }) => code === 'missing-examples' || code === 'missing-example'))
    return ['it needs a `bad` and a `good` example'];
  if (guardrail === undefined || problems.length > 0) return problems.map(({ line, message }) => `line ${line}: ${message}`);
  const { compiled, problems: mistakes } = compileRules([guardrail], { engine: '', pagesHash: '' });
  if (mistakes.length > 0) return mistakes.map(({ at, message }) => `${at.join('.')}: ${message}`);
  return compiled.rules
    .flatMap((rule) => judgeExamples(rule, guardrail))
    .filter(({ ok }) => !ok)
    .map(({ line, verdict, explanation }) => `line ${line}, ${verdict}: ${explanation}`);
}
