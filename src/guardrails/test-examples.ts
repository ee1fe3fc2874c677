import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { kindCompilers } from './compile/kind-compilers.ts';
import { compileRules, type RuleProblem } from './compile-rules.ts';
import { type ExampleRun, runExample } from './examples/example-run.ts';
import { foreignFence, syntaxHint } from './examples/explain-failure.ts';
import { judgeBad, judgeGood } from './examples/judge-example.ts';
import { judgeFixed } from './examples/judge-fixed.ts';
import { judgeMissingFixed } from './examples/judge-missing-fixed.ts';
import { unexercisedParts } from './examples/unexercised-parts.ts';
import type { UnrunLine } from './script/unrun-lines.ts';

/** What became of one example. */
export interface ExampleResult {
  /** Line of the fence in the page, from 1. */
  line: number;
  verdict: Example['verdict'];
  ok: boolean;
  explanation: string;
  /** Unified diff, where a fix made something else than the page shows. */
  diff?: string;
}

/** What became of the examples of one page. */
export interface PageTest {
  guardrail: string;
  /** Path of the page. */
  page: string;
  /** Why the rule could not be compiled; then no example was run. */
  problems: RuleProblem[];
  results: ExampleResult[];
  /** Parts of the rule that no example exercises. */
  unexercised: string[];
  /** Of a script: lines of its module that no example makes run. */
  unrun?: UnrunLine[];
  /** Why the examples were not run, where their kind has no checker here. */
  notRun?: string;
}

/** Runs every example of every page against the page's own rule. */
export function testExamples(pages: readonly GuardrailPage[]): PageTest[] {
  return pages.map(testPage);
}

/** The same for one page of any kind; those that run as programs need `root`, the real path of the worktree. */
export async function testExamplesOf(page: GuardrailPage, root: string, signal?: AbortSignal): Promise<PageTest> {
  if (page.guardrail.check.kind !== 'script') return testPage(page);
  const about = { guardrail: page.guardrail.id, page: page.path };
  const { compiled, problems } = compileRules([page], { engine: '', pagesHash: '' });
  const [rule] = compiled.rules;
  if (rule === undefined) return { ...about, problems, results: [], unexercised: [] };
  const { testScript } = await import('./script/test-script.ts');
  return { ...about, problems, unexercised: [], ...(await testScript(page, { rule, root }, signal)) };
}

function testPage(page: GuardrailPage): PageTest {
  const about = { guardrail: page.guardrail.id, page: page.path };
  const { compiled, problems } = compileRules([page], { engine: '', pagesHash: '' });
  const [rule] = compiled.rules;
  const compiler = kindCompilers[page.guardrail.check.kind];
  if (rule !== undefined && compiler !== undefined) {
    return { ...about, problems, results: judgeExamples(rule, page), unexercised: unexercisedParts(page, rule, compiler) };
  }
  const notRun = problems.length > 0 ? {} : { notRun: `examples of kind ${page.guardrail.check.kind} are not run here` };
  return { ...about, problems, results: [], unexercised: [], ...notRun };
}

/** What the rule makes of the examples, without asking which of its parts they exercise. */
export function judgeExamples(rule: CompiledRule, page: GuardrailPage): ExampleResult[] {
  let firstBad: { line: number; run: ExampleRun } | undefined;
  let lastBad: ExampleRun | undefined;
  const results: ExampleResult[] = page.examples.map((example) => {
    const { line, verdict } = example;
    if (verdict === 'fixed') return { line, verdict, ...judgeFixed(example, lastBad, rule) };
    const run = runExample(example, rule, page.guardrail);
    if (verdict === 'bad') {
      lastBad = run;
      firstBad ??= { line, run };
    }
    const judged = verdict === 'bad' ? judgeBad(run) : judgeGood(run);
    if (rule.check.kind !== 'ast' || run.kind !== 'files') return { line, verdict, ...judged };
    const foreign = foreignFence(example, rule.check);
    if (foreign !== undefined) return { line, verdict, ok: false, explanation: foreign };
    return { line, verdict, ...judged, explanation: judged.explanation + (judged.ok ? '' : syntaxHint(run.files)) };
  });
  const hasFix = rule.check.kind === 'ast' && rule.check.fix !== undefined;
  if (!hasFix || firstBad === undefined || page.examples.some(({ verdict }) => verdict === 'fixed')) return results;
  return [...results, { line: firstBad.line, verdict: 'fixed', ...judgeMissingFixed(firstBad.run, rule) }];
}
