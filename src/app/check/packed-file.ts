import type { Remembered } from '#guardrails/run-rules.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';

/** A finding without the words of its rule: index of the rule, fingerprint, the message where it is not the rule's, range. */
type PackedFinding = [rule: number, fingerprint: string, message: string | 0, ...range: number[]];

/** What was found in a file, small: path, stamp, digest of its text, whether rules were for it, and what there is to say of it. */
export type PackedFile = [
  path: string,
  stamp: string,
  hash: string,
  looked: 0 | 1,
  findings?: PackedFinding[],
  others?: Pick<Remembered, 'allows' | 'notes' | 'replacements' | 'suppressed'>,
];

export function packFile(
  file: { path: string; stamp: string; hash: string },
  found: Remembered,
  rules: readonly CompiledRule[],
): PackedFile {
  const { allows, notes, replacements, suppressed } = found;
  const others = allows.length + notes.length + replacements.length + suppressed.length;
  const head: [string, string, string, 0 | 1] = [file.path, file.stamp, file.hash, found.looked ? 1 : 0];
  if (found.findings.length + others === 0) return head;
  const findings = found.findings.map((finding) => packFinding(finding, rules));
  return others === 0 ? [...head, findings] : [...head, findings, { allows, notes, replacements, suppressed }];
}

export function unpackFile([path, , , looked, findings = [], others]: PackedFile, rules: readonly CompiledRule[]): Remembered {
  return {
    findings: findings.flatMap((packed) => unpackFinding(packed, path, rules)),
    suppressed: others?.suppressed ?? [],
    allows: others?.allows ?? [],
    replacements: others?.replacements ?? [],
    notes: others?.notes ?? [],
    looked: looked === 1,
  };
}

function packFinding({ fingerprint, guardrail, message, range }: Finding, rules: readonly CompiledRule[]): PackedFinding {
  const index = rules.findIndex((rule) => rule.id === guardrail);
  const places = range === undefined ? [] : [range.start.line, range.start.column, range.end.line, range.end.column];
  return [index, fingerprint, message === rules[index]?.message ? 0 : message, ...places];
}

function unpackFinding([index, fingerprint, message, ...range]: PackedFinding, path: string, rules: readonly CompiledRule[]): Finding[] {
  const rule = rules[index];
  if (rule === undefined) return [];
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = range;
  return [
    {
      path,
      ...(range.length === 0 ? {} : { range: { start: { line, column }, end: { line: endLine, column: endColumn } } }),
      guardrail: rule.id,
      priority: rule.priority,
      message: message === 0 ? rule.message : message,
      ...(rule.remedy === '' ? {} : { fix: rule.remedy }),
      ...(rule.runbook === undefined ? {} : { runbook: rule.runbook }),
      source: 'check',
      baseline: false,
      fingerprint,
    },
  ];
}
