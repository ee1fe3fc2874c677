import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { applyAllows } from '../findings/apply-allows.ts';
import { findAllows } from '../findings/find-allows.ts';
import { SourceText } from '../findings/source-text.ts';
import { bySpan, toFindings } from '../findings/to-findings.ts';
import type { Hit } from '../kind/check-kind.ts';
import { mayBreakRule } from '../may-break.ts';
import { lightKindRunners } from '../run/light-kind-runners.ts';

/** What a rule's fix would write, and the finding it mends. */
export interface Fix {
  finding: Finding & { guardrail: string };
  span: { start: number; end: number };
  /** What stands there now. */
  found: string;
  replacement: string;
}

/** The fixes of all rules for a file, those of suppressed findings left out. */
export function findFixes(rules: readonly CompiledRule[], file: { path: string; text: string }): Fix[] {
  const source = new SourceText(file.text);
  const allows = findAllows(file.text);
  return rules.flatMap((rule) => {
    if (!(hasFix(rule) && matchesGlobs(rule.files, file.path) && mayBreakRule(rule, file.text))) return [];
    const hits = lightKindRunners.ast.scope === 'file' ? lightKindRunners.ast.checkFile([rule], file).flatMap((found) => found.hits) : [];
    const sorted = hits.toSorted(bySpan);
    const findings = toFindings(rule, sorted, source);
    const suppressed = new Set(applyAllows(findings, allows).suppressed.map(({ fingerprint }) => fingerprint));
    return findings.flatMap((finding, index) =>
      suppressed.has(finding.fingerprint) ? [] : toFix(finding, { rule, hit: sorted[index], file }),
    );
  });
}

export function hasFix({ check }: CompiledRule): boolean {
  return check.kind === 'ast' && check.fix !== undefined;
}

function toFix(finding: Finding, about: { rule: CompiledRule; hit: Hit | undefined; file: { text: string } }): Fix[] {
  const { span, replacement } = about.hit ?? {};
  if (span === undefined || replacement === undefined) return [];
  const { text } = about.file;
  const found = text.slice(span.start, span.end);
  return [{ finding: { ...finding, guardrail: about.rule.id }, span, found, replacement: withLineEnds(replacement, text) }];
}

/** A page is written with plain newlines; a file that has none gets its own. */
function withLineEnds(replacement: string, text: string): string {
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text) ? replacement.replace(/\r?\n/g, '\r\n') : replacement;
}
