import path from 'node:path';
import { compileRules } from '#guardrails/compile-rules.ts';
import { testExamplesOf } from '#guardrails/test-examples.ts';
import { MisuseError } from '#kernel/errors.ts';
import { readPage } from '#pages/read-page.ts';
import { locatePath } from '#platform/files/locate-path.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import { readAstGrepProject } from './import/ast-grep-files.ts';
import { astGrepPage, type MadePage } from './import/ast-grep-page.ts';

export interface ImportReport {
  /** Pages whose examples hold. */
  written: Imported[];
  /** Pages that are not in force yet: `<id>.md.draft`, which nothing reads. `why` says what they need. */
  drafts: (Imported & { why: string[] })[];
  /** What was left where it is. */
  left: { source: string; why: string }[];
}

interface Imported {
  page: string;
  source: string;
  /** Parts of the rule that a page has no place for; the rule stands in its body, word for word. */
  lost: string[];
}

/** Makes pages of the rules of another tool. What is there is never overwritten; with `dryRun` nothing is written at all. */
export async function importGuardrails(
  request: { cwd: string; path: string; dryRun: boolean },
  signal?: AbortSignal,
): Promise<ImportReport> {
  const root = findHarnessRoot(request.cwd);
  const project = readAstGrepProject(root, findConfig(root, request));
  const report: ImportReport = { written: [], drafts: [], left: [...project.strange] };
  const taken = new Map<string, string>();
  for (const rule of project.rules) {
    const made = astGrepPage(project, rule);
    const page = `harness/guardrails/${made.id}.md`;
    const there = taken.get(made.id) ?? [page, `${page}.draft`].find((file) => openTarget(root, file).text !== undefined);
    if (there !== undefined) {
      report.left.push({ source: made.source, why: `${made.id}: ${there} is there already` });
      continue;
    }
    taken.set(made.id, page);
    const why = await whatItNeeds(made, { page, root }, signal);
    const target = why.length === 0 ? page : `${page}.draft`;
    if (!request.dryRun) stageWrite(openTarget(root, target), made.text).commit();
    const imported = { page: target, source: made.source, lost: made.lost };
    if (why.length === 0) report.written.push(imported);
    else report.drafts.push({ ...imported, why });
  }
  return report;
}

const configs = ['sgconfig.yml', 'sgconfig.yaml'];

function findConfig(root: string, { cwd, path: wanted }: { cwd: string; path: string }): string {
  const located = locatePath(root, cwd, wanted);
  const found = located === undefined ? [] : [located, ...configs.map((name) => path.posix.join(located, name))];
  const config = found.find((file) => configs.includes(path.posix.basename(file)) && readInside(root, file) !== undefined);
  if (config !== undefined) return config;
  throw new MisuseError(`there is no sgconfig.yml at ${wanted}.`, {
    code: 'nothing-to-import',
    facts: { path: wanted },
    fix: 'Name a folder of this repository with an sgconfig.yml. Rules of ast-grep are what can be imported so far.',
  });
}

/** Nothing, where the page is sound and its examples hold. */
async function whatItNeeds(made: MadePage, { page, root }: { page: string; root: string }, signal?: AbortSignal): Promise<string[]> {
  if (made.unfit !== undefined) return [made.unfit];
  const { guardrail, problems } = readPage(page, 'guardrail', made.text);
  if (problems.some(({ code }) => code === 'missing-examples' || code === 'missing-example'))
    return ['it needs a `bad` and a `good` example'];
  if (guardrail === undefined || problems.length > 0) return problems.map(({ line, message }) => `line ${line}: ${message}`);
  const { problems: mistakes } = compileRules([guardrail], { engine: '', pagesHash: '' });
  if (mistakes.length > 0) return mistakes.map(({ at, message }) => `${at.join('.')}: ${message}`);
  const { results } = await testExamplesOf(guardrail, root, signal);
  return results.filter(({ ok }) => !ok).map(({ line, verdict, explanation }) => `line ${line}, ${verdict}: ${explanation}`);
}
