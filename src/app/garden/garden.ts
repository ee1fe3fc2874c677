import { renderFindings } from '#delivery/render-findings.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { GardenReport } from '#kernel/records/garden-report.ts';
import { type GardenRule, gardenRules } from '#kernel/records/garden-rules.ts';
import type { HarnessSettings } from '#kernel/records/harness-settings.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { worstFirst } from '#kernel/worst-first.ts';
import { findFaults } from '#knowledge/find-faults.ts';
import { planMends } from '#knowledge/plan-mends.ts';
import { toFindings } from '#knowledge/to-findings.ts';
import { selectPaths } from '../check/select-paths.ts';
import type { CheckOutcome } from '../check.ts';
import { asCheckOutcome } from './as-check-outcome.ts';
import { gradeGarden } from './grade-garden.ts';
import { type MendSummary, mendGarden } from './mend-garden.ts';
import { type OpenGarden, openGarden } from './open-garden.ts';

export interface GardenRequest {
  cwd: string;
  /** Files and folders relative to `cwd`; none: all documents. */
  paths: readonly string[];
  /** Findings below it are counted and not reported; default: the threshold of the harness. */
  priority?: Priority;
  /** Names of the commands of our command line. */
  verbs: readonly string[];
  /** `write` mends what can be mended for certain and looks again; `show` only says what it would do. */
  mend?: 'write' | 'show';
  /** Put grades into the quality page, under the day of this moment: milliseconds since the Unix epoch. */
  gradeAtMs?: number;
}

export interface GardenOutcome {
  report: GardenReport;
  /** The same for whoever renders checks. */
  check: CheckOutcome;
  read(path: string): string | undefined;
  /** What mending did, where it was asked for. */
  mended?: MendSummary;
  /** What grading did, where it was asked for. */
  graded?: string;
}

/** Looks at the knowledge base of a repository: what its pages say of each other and of the files, and what of that is not so. */
export async function garden(request: GardenRequest, signal?: AbortSignal): Promise<GardenOutcome> {
  const startedAt = performance.now();
  const open = await openGarden(request.cwd, request.verbs, signal);
  if (request.mend === undefined) return answer(open, request, startedAt);
  const { facts, history, root } = open;
  const { wrong } = look(open, request);
  const mended = mendGarden(root, planMends(facts.graph, history, wrong), { dryRun: request.mend === 'show', read: facts.read });
  const after = request.mend === 'show' ? open : await openGarden(request.cwd, request.verbs, signal);
  return { ...answer(after, request, startedAt), mended };
}

/** What the rules find in the documents in question, without what comments allow. */
function look({ root, settings, facts }: OpenGarden, request: GardenRequest) {
  const priorityOf = (rule: GardenRule) => settings.garden.rules[rule] ?? gardenRules[rule].priority;
  const rules = allRules.filter((rule) => priorityOf(rule) !== 'off');
  const { graph } = facts;
  const { paths, notes } = selectPaths({ root, cwd: request.cwd }, request.paths, { inQuestion: graph.files.all, all: graph.files.all });
  const among = new Set(paths);
  const faults = findFaults(facts, (rule) => rules.includes(rule)).filter(({ path }) => among.has(path));
  const { wrong, findings, suppressed } = toFindings(faults, graph.documents, (rule) => toPriority(priorityOf(rule)));
  return { wrong, findings, suppressed, rules, notes, priorityOf: (rule: GardenRule) => toPriority(priorityOf(rule)) };
}

function answer(open: OpenGarden, request: GardenRequest, startedAt: number): GardenOutcome {
  const { facts, settings } = open;
  const { findings, suppressed, rules, notes, priorityOf } = look(open, request);
  const threshold = request.priority ?? settings.check.threshold;
  const shown = worstFirst(findings.filter(({ priority }) => priority <= threshold));
  const report = toReport(shown, {
    documents: facts.graph.documents.size,
    rules,
    hidden: findings.length - shown.length,
    suppressed: suppressed.length,
    durationMs: Math.round(performance.now() - startedAt),
  });
  const check = asCheckOutcome({ report, priorityOf, notes, threshold, suppressed, sayToAgent: sayer(shown, settings) });
  const graded = request.gradeAtMs === undefined ? undefined : gradeGarden(open, findings, request.gradeAtMs);
  return { report, read: facts.read, check, ...(graded === undefined ? {} : { graded }) };
}

const allRules = Object.keys(gardenRules).filter((name): name is GardenRule => Object.hasOwn(gardenRules, name));

function toPriority(given: Priority | 'off'): Priority {
  return given === 'off' ? 'P3' : given;
}

function sayer(findings: readonly Finding[], { delivery }: HarnessSettings): CheckOutcome['sayToAgent'] {
  return (options) => renderFindings(findings, { maxChars: delivery.maxChars, ...options });
}

function toReport(findings: Finding[], about: Omit<GardenReport['summary'], 'findings' | 'byPriority'>): GardenReport {
  const byPriority = { P0: 0, P1: 0, P2: 0, P3: 0 };
  for (const { priority } of findings) byPriority[priority]++;
  return { version: 1, findings, summary: { ...about, findings: findings.length, byPriority } };
}
