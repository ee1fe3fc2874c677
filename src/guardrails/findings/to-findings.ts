import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { fingerprint, normalise } from '#kernel/records/fingerprint.ts';
import type { Hit } from '../kind/check-kind.ts';
import { enclosingDeclaration } from './enclosing-declaration.ts';
import type { SourceText } from './source-text.ts';

/** Says the hits of one rule in one file in the shape everybody reads. `source` is absent for a missing file. */
export function toFindings(rule: CompiledRule, hits: readonly Hit[], source: SourceText | undefined): Finding[] {
  const seen = new Map<string, number>();
  return [...hits].sort(bySpan).map((hit) => {
    const symbol = hit.symbol ?? symbolFromText(hit, source);
    const quote = normalise(quoteOf(hit, source));
    const key = JSON.stringify([symbol, quote]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...placeOf(hit, source), ...wordsOf(rule, hit), fingerprint: fingerprint({ rule: rule.id, symbol, quote, ordinal }) };
  });
}

/** The order in which findings of a rule in a file are told apart. Hits without a span are in it as they come. */
export function bySpan(a: Hit, b: Hit): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0);
}

function quoteOf({ place, span }: Hit, source: SourceText | undefined): string {
  return place?.quote ?? (span === undefined || source === undefined ? '' : source.text.slice(span.start, span.end));
}

function symbolFromText(hit: Hit, source: SourceText | undefined): string {
  if (hit.span === undefined || source === undefined) return '';
  return enclosingDeclaration(source, source.positionAt(hit.span.start).line);
}

function placeOf(hit: Hit, source: SourceText | undefined): Pick<Finding, 'path' | 'range'> {
  if (hit.place !== undefined) return { path: hit.path, range: hit.place.range };
  if (hit.span === undefined || source === undefined) return { path: hit.path };
  return { path: hit.path, range: { start: source.positionAt(hit.span.start), end: source.positionAt(hit.span.end) } };
}

function wordsOf(rule: CompiledRule, hit: Hit): Omit<Finding, 'path' | 'range' | 'fingerprint'> {
  return {
    guardrail: rule.id,
    priority: rule.priority,
    message: hit.detail === undefined ? rule.message : `${rule.message} (${hit.detail})`,
    ...(rule.remedy === '' ? {} : { fix: rule.remedy }),
    ...(rule.runbook === undefined ? {} : { runbook: rule.runbook }),
    source: 'check',
    baseline: false,
  };
}
