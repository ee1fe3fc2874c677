import type { Hit } from '../kind/check-kind.ts';

/** The text with all replacements made at once. Of two that overlap the outer, which comes first, is made. */
export function applyReplacements(text: string, hits: readonly Hit[]): string {
  let result = '';
  let done = 0;
  for (const { replacement, span } of [...hits].sort(bySpan)) {
    if (span === undefined || replacement === undefined || span.start < done) continue;
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}

function bySpan(a: Hit, b: Hit): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0) || (b.span?.end ?? 0) - (a.span?.end ?? 0);
}
