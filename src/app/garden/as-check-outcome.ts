import type { GardenReport } from '#kernel/records/garden-report.ts';
import { type GardenRule, gardenRules } from '#kernel/records/garden-rules.ts';
import type { Priority } from '#kernel/records/priority.ts';
import type { GardenFindings } from '#knowledge/to-findings.ts';
import type { CheckOutcome } from '../check.ts';

interface Gardened {
  report: GardenReport;
  priorityOf(rule: GardenRule): Priority;
  notes: readonly string[];
  threshold: Priority;
  suppressed: GardenFindings['suppressed'];
  sayToAgent: CheckOutcome['sayToAgent'];
}

/** What garden found in the shape that all formats are made from. */
export function asCheckOutcome({ report, priorityOf, notes, threshold, suppressed, sayToAgent }: Gardened): CheckOutcome {
  const { documents, rules, hidden, findings, byPriority, durationMs } = report.summary;
  const summary = {
    files: documents,
    guardrails: rules.length,
    onCommands: 0,
    findings,
    byPriority,
    suppressed: suppressed.length,
    accepted: 0,
    notRun: [],
    durationMs,
  };
  return {
    report: { version: 1, findings: report.findings, notes: [], summary },
    nouns: { file: 'document', guardrail: 'rule' },
    sayToAgent,
    notes: [...notes, ...hiddenNotes(hidden, threshold)],
    syntaxNotes: [],
    pageNotes: [],
    faults: [],
    unjudged: [],
    guardrails: Object.entries(gardenRules).flatMap(([name, { title, fix }]) => {
      const rule = rules.find((one) => one === name);
      if (!isRule(rule)) return [];
      return [
        {
          id: `garden/${rule}`,
          page: 'harness/harness.yaml',
          priority: priorityOf(rule),
          title,
          message: title,
          remedy: fix,
          check: { kind: 'garden' },
        },
      ];
    }),
    replacementOf: () => undefined,
    silenced: { suppressed, accepted: [] },
  };
}

function isRule(name: string | undefined): name is GardenRule {
  return name !== undefined && Object.hasOwn(gardenRules, name);
}

function hiddenNotes(hidden: number, threshold: Priority): string[] {
  if (hidden === 0) return [];
  return [`${hidden === 1 ? '1 finding' : `${hidden} findings`} below ${threshold} not shown; --priority P3 shows all.`];
}
