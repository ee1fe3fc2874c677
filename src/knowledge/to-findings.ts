import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { fingerprint, normalise } from '#kernel/records/fingerprint.ts';
import { type GardenRule, gardenRules } from '#kernel/records/garden-rules.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { type AllowedFinding, applyAllows } from './findings/apply-allows.ts';
import type { Fault } from './rules/fault.ts';

/** What faults come to. */
export interface GardenFindings {
  findings: Finding[];
  /** Those that a comment allows, and its reason. */
  suppressed: AllowedFinding[];
  /** The faults of those that none allows. */
  wrong: Fault[];
}

/** Faults in the one shape of findings, and what comments allow of them. */
export function toFindings(
  faults: readonly Fault[],
  documents: ReadonlyMap<string, KnowledgeDocument>,
  priorityOf: (rule: GardenRule) => Priority,
): GardenFindings {
  const found = toEach(faults, priorityOf);
  const { findings, suppressed } = applyAllows(found, documents);
  const allowed = new Set(suppressed.map(({ finding }) => finding));
  const wrong = faults.filter((_, index) => !found.slice(index, index + 1).some((finding) => allowed.has(finding)));
  return { findings, suppressed, wrong };
}

/** Those of one document that are alike are told apart by their order. */
function toEach(faults: readonly Fault[], priorityOf: (rule: GardenRule) => Priority): Finding[] {
  const seen = new Map<string, number>();
  return faults.map((fault) => {
    const { rule, path, place, message } = fault;
    const quote = normalise(fault.quote);
    const key = JSON.stringify([rule, path, quote]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return {
      guardrail: `garden/${rule}`,
      priority: priorityOf(rule),
      path,
      ...(place === undefined ? {} : { range: rangeOf(place) }),
      message,
      fix: gardenRules[rule].fix,
      source: 'garden',
      fingerprint: fingerprint({ rule: `garden/${rule}`, symbol: '', quote, ordinal }),
      baseline: false,
    };
  });
}

function rangeOf({ line, column, length }: NonNullable<Fault['place']>): Finding['range'] {
  return { start: { line, column }, end: { line, column: column + length } };
}
