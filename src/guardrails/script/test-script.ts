import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { readInside } from '#platform/files/read-inside.ts';
import type { ExampleRun } from '../examples/example-run.ts';
import { exampleTree } from '../examples/example-tree.ts';
import { type Judgement, judgeBad, judgeGood } from '../examples/judge-example.ts';
import { finish } from '../run/finish.ts';
import { runSteps } from '../run/run-steps.ts';
import { memoryTree } from '../tree.ts';
import { runnerOf } from './gather-scripts.ts';
import { ScriptSession } from './script-session.ts';
import { type UnrunLine, unrunLines } from './unrun-lines.ts';

export interface ScriptTest {
  results: (Judgement & Pick<Example, 'line' | 'verdict'>)[];
  /** Lines of the module that no example makes run. Empty where an example could not be run: then nothing is known. */
  unrun: UnrunLine[];
}

/** Runs the examples of a page through its module, all in one worker, which counts what ran. */
export async function testScript(
  page: GuardrailPage,
  { rule, root }: { rule: CompiledRule; root: string },
  signal?: AbortSignal,
): Promise<ScriptTest> {
  const results: ScriptTest['results'] = [];
  let session: ScriptSession | undefined;
  let unrun: UnrunLine[] = [];
  try {
    session = new ScriptSession(rule, { root, coverage: true });
    let failed = false;
    for (const example of page.examples) {
      const run = await runExample(example, { page, rule, session }, signal);
      failed ||= run.kind === 'failed';
      results.push({ line: example.line, verdict: example.verdict, ...judge(example, run) });
    }
    if (!failed) unrun = unrunLines(await session.unrun(signal), (path) => readInside(root, path));
  } catch (error) {
    signal?.throwIfAborted();
    const [first] = page.examples;
    if (first !== undefined) results.push({ line: first.line, verdict: first.verdict, ok: false, explanation: messageOf(error) });
  } finally {
    await session?.close();
  }
  return { results, unrun };
}

async function runExample(
  example: Example,
  about: { page: GuardrailPage; rule: CompiledRule; session: ScriptSession },
  signal?: AbortSignal,
): Promise<ExampleRun> {
  const { page, rule, session } = about;
  const made = exampleTree(example, rule, page.guardrail);
  if (made.files === undefined) return { kind: 'failed', why: made.why };
  const { files } = made;
  const tree = memoryTree(files);
  const paths = Object.keys(files);
  try {
    const hits = await session.hits(rule, { tree, paths }, signal);
    const rules = { version: 1 as const, engine: '', pagesHash: '', rules: [rule] };
    const { findings } = finish(runSteps(rules, { tree, paths, whole: true }, { script: runnerOf(new Map([[rule.id, { hits }]])) }));
    return { kind: 'files', files, findings, inScope: paths.some((path) => matchesGlobs(rule.files, path)) };
  } catch (error) {
    signal?.throwIfAborted();
    return { kind: 'failed', why: messageOf(error) };
  }
}

function judge({ verdict }: Example, run: ExampleRun): Judgement {
  if (verdict === 'bad') return judgeBad(run);
  return verdict === 'good' ? judgeGood(run) : { ok: false, explanation: 'the fix of a script is not proven by examples: mark it `good`' };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
