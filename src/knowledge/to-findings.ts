import { fingerprint, normalise } from '#kernel/fingerprint.ts';
import type { GardenRule } from '#kernel/garden-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { ruleWords } from './rule-words.ts';
import type { Fault } from './rules/fault.ts';

/** Faults in the one shape of findings. Those of one document that are alike are told apart by their order. */
export function toFindings(faults: readonly Fault[], priorityOf: (rule: GardenRule) => Priority): Finding[] {
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
      fix: ruleWords[rule].fix,
      source: 'garden',
      fingerprint: fingerprint({ rule: `garden/${rule}`, symbol: '', quote, ordinal }),
      baseline: false,
    };
  });
}

function rangeOf({ line, column, length }: NonNullable<Fault['place']>): Finding['range'] {
  return { start: { line, column }, end: { line, column: column + length } };
}
