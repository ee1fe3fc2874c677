import { type PageTest, testExamplesOf } from '#guardrails/test-examples.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { GuardrailTestReport } from '#kernel/records/guardrail-test-report.ts';
import { nearest } from '#pages/nearest.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { findLeftOut, type LeftOut } from '../harness/find-left-out.ts';
import { harnessError } from '../harness/harness-error.ts';
import { type IdlePage, idlePages } from '../harness/idle-pages.ts';
import { loadSoundRules } from '../harness/load-rules.ts';
import { placeProblem } from '../harness/place-problem.ts';

/** Runs the examples of the guardrails that `ids` name (none: all) and finds the parts of their rules that no example exercises. */
export async function testGuardrails(request: { cwd: string; ids: readonly string[] }, signal?: AbortSignal): Promise<GuardrailTestReport> {
  const { ids } = request;
  // A page that is broken does not keep its neighbours from being tried.
  const { root, harness, rules, problems } = loadSoundRules(
    request.cwd,
    ({ path }, { guardrails }) =>
      ids.length === 0 || ids.some((id) => path === `harness/guardrails/${id}.md` || path === pathOf(id, guardrails)),
  );
  const broken = new Set(problems.map(({ path }) => path));
  const pages = choosePages(harness.guardrails, ids).filter(({ path }) => !broken.has(path));
  const idle = await idlePages(root, { harness, rules }, (await listWorktreeFiles(root, signal)).paths);
  // What is not in force yet was not compiled with the others: a sample may lack its grammar, too.
  const left = findLeftOut(root, pages);
  const tests: Tested[] = [];
  for (const page of pages) {
    signal?.throwIfAborted();
    const test = await testExamplesOf(page, root, signal);
    const waits = left?.ids.includes(page.guardrail.id) ? { problems: [], notRun: left.message } : {};
    tests.push({ ...test, ...waits, examples: page.examples, notes: notesOn(page, idle) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const mistakes = tests.flatMap((test) => test.problems.map((problem) => placeProblem(root, problem)));
  if (mistakes.length > 0) throw harnessError(mistakes); // then no example was run: nothing can be said of them
  return buildReport(tests, left);
}

/** A page may be wrong in that its name is not its id. */
function pathOf(id: string, pages: readonly GuardrailPage[]): string | undefined {
  return pages.find(({ guardrail }) => guardrail.id === id)?.path;
}

type PageReport = GuardrailTestReport['guardrails'][number];
type Tested = PageTest & { examples: Example[]; notes: PageReport['notes'] };

/** What no example can show. */
function notesOn(page: GuardrailPage, idle: readonly IdlePage[]): PageReport['notes'] {
  const none = idle.find(({ id }) => id === page.guardrail.id);
  return [
    ...(page.remedy === '' ? [{ line: 1, message: 'There is no `## Fix`: who breaks this rule is not told how to mend it.' }] : []),
    ...(none === undefined ? [] : [{ line: none.line, message: `${none.message}${none.hint === undefined ? '' : ` ${none.hint}`}` }]),
  ];
}

function choosePages(pages: readonly GuardrailPage[], ids: readonly string[]): GuardrailPage[] {
  const known = pages.map((page) => page.guardrail.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw new MisuseError(`there is no guardrail ${JSON.stringify(id)}.`, {
      code: 'unknown-guardrail',
      facts: { id },
      fix: near === undefined ? 'All of them: tackroom guardrail list' : `Did you mean ${near}?`,
    });
  }
  return pages.filter((page) => ids.length === 0 || ids.includes(page.guardrail.id));
}

function buildReport(tests: readonly Tested[], left: LeftOut | undefined): GuardrailTestReport {
  const guardrails = tests.filter((test) => test.notRun === undefined).map(reportOne);
  const sum = (count: (guardrail: (typeof guardrails)[number]) => number) =>
    guardrails.reduce((total, guardrail) => total + count(guardrail), 0);
  return {
    version: 1,
    guardrails,
    skipped: tests.flatMap((test) => (test.notRun === undefined ? [] : [test.guardrail])),
    ...(left === undefined ? {} : { missing: { message: left.message, fix: left.fix } }),
    summary: {
      guardrails: guardrails.length,
      examples: sum((guardrail) => guardrail.examples),
      failures: sum((guardrail) => guardrail.failures.length + (guardrail.unrun?.length ?? 0)),
      unexercised: sum((guardrail) => guardrail.unexercised.length),
    },
  };
}

function reportOne({ guardrail: id, page, examples, results, notes, unexercised, unrun = [] }: Tested): PageReport {
  const failures = results.flatMap(({ ok, line, verdict, explanation, diff }) => {
    if (ok) return [];
    const code = textOf(examples.find((example) => example.line === line));
    return [{ line, verdict, message: explanation, code, ...(diff === undefined ? {} : { diff }) }];
  });
  return { id, page, examples: examples.length, failures, notes, unexercised, ...(unrun.length === 0 ? {} : { unrun }) };
}

function textOf(example: Example | undefined): string {
  return (example?.files ?? []).map((file) => (file.path === undefined ? file.text : `--- ${file.path}\n${file.text}`)).join('\n');
}
