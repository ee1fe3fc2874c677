import { renderFindings } from '#delivery/render-findings.ts';
import { type GardenRule, gardenRules } from '#kernel/garden-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { GardenReport } from '#kernel/records/garden-report.ts';
import type { HarnessSettings } from '#kernel/records/harness-settings.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { worstFirst } from '#kernel/worst-first.ts';
import { applyAllows } from '#knowledge/apply-allows.ts';
import { findFaults } from '#knowledge/find-faults.ts';
import { toFindings } from '#knowledge/to-findings.ts';
import { selectPaths } from './check/select-paths.ts';
import type { CheckOutcome } from './check.ts';
import { asCheckOutcome } from './garden/as-check-outcome.ts';
import { openGarden } from './garden/open-garden.ts';

export interface GardenRequest {
  cwd: string;
  /** Files and folders relative to `cwd`; none: all documents. */
  paths: readonly string[];
  /** Findings below it are counted and not reported; default: the threshold of the harness. */
  priority?: Priority;
  /** Names of the commands of our command line. */
  verbs: readonly string[];
}

export interface GardenOutcome {
  report: GardenReport;
  /** The same for whoever renders checks. */
  check: CheckOutcome;
  read(path: string): string | undefined;
}

/** Looks at the knowledge base of a repository: what its pages say of each other and of the files, and what of that is not so. */
export async function garden(request: GardenRequest, signal?: AbortSignal): Promise<GardenOutcome> {
  const startedAt = performance.now();
  const { root, settings, facts } = await openGarden(request.cwd, request.verbs, signal);
  const priorityOf = (rule: GardenRule) => settings.garden.rules[rule] ?? gardenRules[rule];
  const rules = allRules.filter((rule) => priorityOf(rule) !== 'off');
  const faults = findFaults(facts, (rule) => rules.includes(rule));
  const { graph, read } = facts;
  const { paths, notes } = selectPaths({ root, cwd: request.cwd }, request.paths, { inQuestion: graph.files.all, all: graph.files.all });
  const among = new Set(paths);
  const findings = toFindings(faults, (rule) => toPriority(priorityOf(rule))).filter(({ path }) => among.has(path));
  const allowed = applyAllows(findings, graph.documents);
  const threshold = request.priority ?? settings.check.threshold;
  const shown = worstFirst(allowed.findings.filter(({ priority }) => priority <= threshold));
  const report = toReport(shown, {
    documents: graph.documents.size,
    rules,
    hidden: allowed.findings.length - shown.length,
    suppressed: allowed.suppressed.length,
    durationMs: Math.round(performance.now() - startedAt),
  });
  const sayToAgent = sayer(shown, settings);
  return {
    report,
    read,
    check: asCheckOutcome({
      report,
      priorityOf: (rule) => toPriority(priorityOf(rule)),
      notes,
      threshold,
      suppressed: allowed.suppressed,
      sayToAgent,
    }),
  };
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
