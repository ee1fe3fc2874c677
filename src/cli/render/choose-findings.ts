import type { Finding } from '#kernel/records/finding.ts';

/** Up to here a person reads all; beyond it, a sample of each guardrail says as much. */
const readable = { total: 50, perGuardrail: 10 };

/** The findings worth a person's eyes: all of them when they are few, else the first of each guardrail, the worst guardrails first. */
export function chooseFindings(findings: readonly Finding[], all: boolean): Finding[] {
  if (all || findings.length <= readable.total) return [...findings];
  const shown = new Map<string, number>();
  const sample = findings.toSorted(byPriority).filter((finding) => {
    const name = finding.guardrail ?? '';
    const count = (shown.get(name) ?? 0) + 1;
    shown.set(name, count);
    return count <= readable.perGuardrail;
  });
  return sample.slice(0, readable.total);
}

/** Stable: among equals the order of files stays. */
function byPriority(a: Finding, b: Finding): number {
  return a.priority.localeCompare(b.priority);
}
