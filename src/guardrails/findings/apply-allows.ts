import type { Finding } from '#kernel/records/finding.ts';
import type { Suppression } from '../run/run-result.ts';
import type { Allow } from './find-allows.ts';

/** Where a finding is about the whole file, the comment stands among its first lines. */
const headLines = 5;

/** Parts the findings of one file into those that stay and those that a comment on their line, or alone on the one above, allows. */
export function applyAllows(findings: readonly Finding[], allows: readonly Allow[]): { findings: Finding[]; suppressed: Suppression[] } {
  const kept: Finding[] = [];
  const suppressed: Suppression[] = [];
  for (const finding of findings) {
    const allow = allows.find((one) => one.reason !== '' && one.guardrail === finding.guardrail && covers(one, finding));
    if (allow === undefined) kept.push(finding);
    else
      suppressed.push({
        guardrail: allow.guardrail,
        path: finding.path,
        line: allow.line,
        reason: allow.reason,
        fingerprint: finding.fingerprint,
        finding,
      });
  }
  return { findings: kept, suppressed };
}

function covers(allow: Allow, finding: Finding): boolean {
  if (finding.range === undefined) return allow.line <= headLines;
  const { line } = finding.range.start;
  return allow.line === line || (allow.line === line - 1 && allow.besideCode !== true);
}
