import type { ImportSite } from '../language.ts';

/** The string at a span, when it is one: `'a'`, `"a"` or a template without substitutions. */
export function constantString(text: string, span: { start: number; end: number }): ImportSite | undefined {
  const quoted = text.slice(span.start, span.end);
  const specifier = /^(['"`])((?:(?!\1)[^\\])*)\1$/s.exec(quoted)?.[2];
  if (specifier === undefined || (quoted.startsWith('`') && specifier.includes('${'))) return undefined;
  return { specifier, start: span.start, end: span.end };
}
