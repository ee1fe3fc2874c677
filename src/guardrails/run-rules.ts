import { monotonicMs } from '#kernel/clock.ts';
import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { FactThread } from './ast/bulk/reading.ts';
import { type FixedText, type FixJob, fixText } from './fix/fix-text.ts';
import { followImports, hearImports } from './imports/follow-imports.ts';
import type { KindRunners } from './kind/check-kind.ts';
import { finish } from './run/finish.ts';
import { kindRunners } from './run/kind-runners.ts';
import { listWantedReports, type WantedReport } from './run/list-wanted-reports.ts';
import { notingTree } from './run/noting-tree.ts';
import { QuietFiles } from './run/quiet-files.ts';
import type { RunResult, Scope } from './run/run-result.ts';
import { runSteps, type Steps } from './run/run-steps.ts';
import { toldTree } from './run/told-tree.ts';
import { setTreeMemory } from './run/tree-memory.ts';
import { hearLibraries } from './stack/hear-libraries.ts';
import type { Tree } from './tree.ts';

export type { FactThread } from './ast/bulk/reading.ts';
export type { Refusal } from './fix/fix-text.ts';
export type { Report } from './kind/check-kind.ts';
export type { WantedReport } from './run/list-wanted-reports.ts';
export type { AllowComment, Fault, Memory, Note, Recalled, Remembered, RunResult, Scope } from './run/run-result.ts';

/** Syntax trees are freed only when the event loop turns: without that a million lines hold a gigabyte, with it 200 MB. */
const stepsPerTurn = 50;
const turnMs = 30;

/** Checks files at once, for a hook that looks at the few an agent has just touched. Loads no library before a rule needs it. */
export function runRules(rules: CompiledRules, scope: Scope): RunResult {
  return finish(runSteps(rules, scope, kindRunners));
}

/** The same for a whole repository: lets the event loop turn on the way. Throws the signal's reason when aborted. */
export async function runRulesAsync(rules: CompiledRules, scope: Scope, signal?: AbortSignal): Promise<RunResult> {
  const { tree: noting, notes } = notingTree(scope.tree);
  const quiet = new QuietFiles(rules, kindRunners);
  const tree: Tree = toldTree(noting, [
    (path, text) => quiet.hear(path, text),
    hearImports(rules, () => tree),
    hearLibraries(rules, () => tree),
  ]);
  if (scope.memory !== undefined) setTreeMemory(tree, scope.memory);
  const recalled = scope.memory?.recall(scope.paths);
  const result = await runOver(rules, { ...scope, tree, quiet, ...(recalled === undefined ? {} : { recalled }) }, signal);
  const said = new Set(result.notes.map(({ path, message }) => `${path}:${message}`));
  return { ...result, notes: [...result.notes, ...notes().filter(({ path, message }) => !said.has(`${path}:${message}`))] };
}

async function runOver(rules: CompiledRules, scope: Scope, signal?: AbortSignal): Promise<RunResult> {
  const { searchInBulk } = await import('./ast/bulk/search-in-bulk.ts');
  const searched = await searchInBulk(rules, scope, signal);
  try {
    await followImports(rules, scope, signal);
    const runners = await withScripts(rules, scope, signal);
    return await finishInTurns(runSteps(rules, searched === undefined ? scope : { ...scope, searched }, runners), signal);
  } finally {
    await searched?.settled();
  }
}

async function finishInTurns(steps: Steps, signal?: AbortSignal): Promise<RunResult> {
  let turned = monotonicMs();
  for (let count = 1; ; count++) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value === undefined && count % stepsPerTurn !== 0 && monotonicMs() - turned < turnMs) continue;
    await (step.value ?? new Promise((resolve) => setImmediate(resolve)));
    turned = monotonicMs();
  }
}

/** Begins what a search of many files needs before anybody knows its rules. For `Scope`; the caller ends it. */
export async function startAhead(): Promise<FactThread> {
  const { startFactThread } = await import('./ast/bulk/reading.ts');
  return startFactThread();
}

/** Makes the fixes of rules in one file, as far as they mend what is in question and break nothing. */
export function mendFile(job: FixJob): FixedText {
  return fixText(job);
}

/** Scripts run ahead, in processes of their own; hooks run none (docs/decisions/0009). */
async function withScripts({ rules }: CompiledRules, scope: Scope, signal?: AbortSignal): Promise<KindRunners> {
  if (!rules.some(({ check }) => check.kind === 'script')) return kindRunners;
  const { gatherScripts } = await import('./script/gather-scripts.ts');
  return { ...kindRunners, script: await gatherScripts(rules, scope, signal) };
}

/** Whether a rule is for files: commands are judged before they run, by check-command.ts, and other kinds not at all. */
export function isForFiles({ check }: Pick<CompiledRule, 'check'>): boolean {
  return check.kind === 'script' || kindRunners[check.kind] !== undefined;
}

/** What has to be gathered before these files are checked: each report once, and each program once for all pages that share it. */
export function wantedReports(rules: CompiledRules, paths: readonly string[], platform: string): WantedReport[] {
  return listWantedReports(rules, paths, platform);
}

/** Whether a rule judges what was gathered before the run, and is passed over where nothing was. */
export function judgesReports({ check }: Pick<CompiledRule, 'check'>): boolean {
  return kindRunners[check.kind]?.scope === 'report';
}
