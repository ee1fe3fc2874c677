import { renderFindings } from '#delivery/render-findings.ts';
import type { Fault, Report, RunResult } from '#guardrails/run-rules.ts';
import { isForFiles, runRulesAsync } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import { findingKey } from '#kernel/finding-key.ts';
import type { CheckReport } from '#kernel/records/check-report.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { isSample } from '#pages/is-sample.ts';
import { modifiedMs } from '#platform/files/read-report.ts';
import { removeAbandoned } from '#platform/files/temporary-file.ts';
import { baselinePath } from '../baseline/baseline-path.ts';
import { type JudgedFindings, judgeBaseline } from '../baseline/judge-baseline.ts';
import { excludeTest } from '../harness/exclude-test.ts';
import { idlePages } from '../harness/idle-pages.ts';
import { brokenManifests } from './broken-manifests.ts';
import { type CheckNotes, checkNotes } from './check-notes.ts';
import type { CheckRequest } from './check-request.ts';
import { gatherReports } from './gather-reports.ts';
import { type LeftGuardrails, leftGuardrails, unjudged } from './left-guardrails.ts';
import { noWish, type OpenCheck } from './open-check.ts';
import type { CheckScope } from './open-scope.ts';
import { selectPaths } from './select-paths.ts';
import { idleAllows } from './weigh-allows.ts';

export interface CheckOutcome {
  report: CheckReport;
  /** The findings in an agent's words; the length is the harness's wish unless it is given. Empty where there are none. */
  sayToAgent(options: { lead: string; seeMore: string; maxChars?: number }): string;
  /** What whoever reads should know besides findings. */
  notes: string[];
  /** Files that could not be read whole: for a person always, for an agent where the files in question are its own. */
  syntaxNotes: string[];
  /** Pages that look at no file; said only of a check of everything. */
  pageNotes: string[];
  /** Guardrails that could not be run to their end: the report is not complete. */
  faults: Fault[];
  /** Guardrails that wait for a grammar; their note is among `notes` as well. */
  leftOut?: LeftGuardrails;
  /** What was not judged although it was asked for, each in a few words. */
  unjudged: string[];
  /** The guardrails that were applied to files, in the order of their pages. */
  guardrails: AppliedRule[];
  /** What is counted, where it is neither files nor guardrails. */
  nouns?: { file: string; guardrail: string };
  /** What the fix of its guardrail would write in the place of a finding. */
  replacementOf(finding: Finding): string | undefined;
  /** What was found and does not count, down to the threshold, for formats that have a word for it. */
  silenced: Silenced;
}

/** What formats tell of a rule. */
export type AppliedRule = Pick<CompiledRule, 'id' | 'page' | 'priority' | 'title' | 'message' | 'remedy' | 'runbook'> & {
  check: { kind: string };
};

export interface Silenced {
  /** By a comment in the code, with its reason. */
  suppressed: { finding: Finding; reason: string }[];
  /** By the baseline. */
  accepted: Finding[];
}

/** Runs the rules over the files in question, and weighs what they found. `startedAt` is of `performance.now()`. */
export async function answerCheck(
  open: OpenCheck,
  { request, startedAt }: { request: CheckRequest; startedAt: number },
  signal?: AbortSignal,
): Promise<CheckOutcome> {
  const { root, harness, rules, notRun, scope, whole } = open;
  const { check: settings, delivery } = harness.settings;
  const selection = selectPaths({ root, cwd: request.cwd }, request.paths, { inQuestion: scope.paths, all: scope.tree.paths() });
  const isExcluded = await excludeTest(settings.exclude);
  const paths = selection.paths.filter((path) => !isExcluded(path));
  const { result, reports } = await run(open, { request, paths }, signal);
  const notes = checkNotes(
    [...result.notes, ...(await brokenManifests(rules, paths, scope.tree.read)), ...(whole ? idleAllows(result) : [])],
    whole ? await idlePages(root, { harness, rules }, scope.tree.paths()) : [],
    harness.guardrails.filter(isSample).map(({ path }) => path),
  );
  const left = leftGuardrails(open);
  const judged = judgeBaseline(await open.baselines, {
    root,
    findings: result.findings,
    whole: whole && result.faults.length === 0,
    notRun,
    absent: scope.absent,
    wish: request.baseline ?? noWish,
  });
  if (request.baseline?.update) removeAbandoned(root, scope.temporary);
  const threshold = request.priority ?? settings.threshold;
  const { reported, accepted, hidden } = divide(judged.findings, threshold);
  const guardrails = rules.rules.filter(isForFiles);
  return {
    report: buildReport(open, { left, findings: reported, result, judged, notes, checked: guardrails.length, startedAt }),
    sayToAgent: (options) => renderFindings(reported, { maxChars: delivery.maxChars, ...options }),
    notes: [
      ...(left === undefined ? [] : [left.note]),
      ...selection.notes,
      ...scopeNotes(scope.unnameable),
      ...judged.notes,
      ...notes.samples,
      ...notes.suppressions,
      ...notes.reports,
      ...stagedNotes(request.scope, reports),
      ...hiddenNotes(hidden, threshold),
    ],
    syntaxNotes: notes.syntax,
    pageNotes: notes.pages,
    faults: result.faults,
    ...(left === undefined ? {} : { leftOut: left }),
    unjudged: unjudged({ left, unread: notes.unread, unnameable: scope.unnameable }),
    guardrails,
    replacementOf: (finding) => result.replacements.get(findingKey(finding)),
    silenced: { suppressed: result.suppressed.filter(({ finding }) => finding.priority <= threshold), accepted },
  };
}

/** Gathers what programs and reports say, and runs the rules over what is not known yet. */
async function run(
  { memory, root, rules, scope, thread, whole }: OpenCheck,
  { request, paths }: { request: CheckRequest; paths: readonly string[] },
  signal?: AbortSignal,
): Promise<{ result: RunResult; reports: ReadonlyMap<string, Report> }> {
  const counted = counting(scope.tree, paths.length, request.onFile);
  const reports = await gatherReports({ rules, paths, root, env: request.env ?? process.env }, signal);
  const result = await runRulesAsync(
    rules,
    {
      tree: memory?.over(counted) ?? counted,
      paths,
      whole,
      root,
      noteSyntax: true,
      reports,
      modifiedMs: (path) => modifiedMs(root, path),
      ...(memory === undefined ? {} : { memory }),
      ...(thread === undefined ? {} : { thread }),
      ...(request.scope.kind === 'staged' ? {} : { onDisk: true }),
    },
    signal,
  );
  return { result, reports };
}

/** The same tree, which tells how far the check has come. */
function counting(tree: Tree, total: number, onFile: CheckRequest['onFile']): Tree {
  if (onFile === undefined) return tree;
  let done = 0;
  return {
    ...tree,
    read: (path) => {
      done = Math.min(done + 1, total);
      onFile({ done, total });
      return tree.read(path);
    },
  };
}

/** What was accepted before is neither reported nor worth a note. */
function divide(findings: readonly Finding[], threshold: Priority): { reported: Finding[]; accepted: Finding[]; hidden: number } {
  const accepted = findings.filter((finding) => finding.baseline && finding.priority <= threshold);
  const fresh = findings.filter((finding) => !finding.baseline);
  const reported = fresh.filter((finding) => finding.priority <= threshold);
  return { reported, accepted, hidden: fresh.length - reported.length };
}

function buildReport(
  { notRun, rules }: OpenCheck,
  run: {
    left: LeftGuardrails | undefined;
    findings: Finding[];
    result: RunResult;
    judged: JudgedFindings;
    notes: CheckNotes;
    checked: number;
    startedAt: number;
  },
): CheckReport {
  const byPriority = { P0: 0, P1: 0, P2: 0, P3: 0 };
  for (const { priority } of run.findings) byPriority[priority]++;
  return {
    version: 1,
    findings: run.findings,
    notes: [...leftNotes(run.left), ...run.notes.all, ...run.judged.notes.map((message) => ({ path: baselinePath, line: 1, message }))],
    summary: {
      files: run.result.files,
      // Command guardrails speak before a command: that check has none of them is no news.
      guardrails: run.checked,
      onCommands: rules.rules.filter((rule) => rule.check.kind === 'command').length,
      findings: run.findings.length,
      byPriority,
      suppressed: run.result.suppressed.length,
      accepted: run.judged.accepted,
      notRun: [...notRun].sort(),
      durationMs: Math.round(performance.now() - run.startedAt),
    },
  };
}

function leftNotes(left: LeftGuardrails | undefined): CheckReport['notes'] {
  return (left?.guardrails ?? []).map(({ id, page, why }) => ({ path: page, line: 1, message: `${id}: ${why}` }));
}

function scopeNotes(unnameable: number): string[] {
  return unnameable === 0 ? [] : [`${unnameable === 1 ? '1 file was' : `${unnameable} files were`} not checked: the name is not UTF-8.`];
}

/** Programs read the disk, and know nothing of what is staged. */
function stagedNotes(scope: CheckScope, reports: ReadonlyMap<string, Report>): string[] {
  const ran = [...reports].filter(([, { kind }]) => kind === 'outputs').map(([id]) => id);
  if (scope.kind !== 'staged' || ran.length === 0) return [];
  return [`${ran.join(', ')}: the program looked at the files as they are in the worktree, not as they are staged.`];
}

function hiddenNotes(hidden: number, threshold: Priority): string[] {
  return hidden === 0
    ? []
    : [`${hidden === 1 ? '1 finding' : `${hidden} findings`} below ${threshold} not shown; --priority P3 shows all.`];
}
