import { parseRegex, type RegexDialect } from './parse-regex.ts';

/** The expression without each of its top-level alternatives in turn; none where it has only one, or is not understood. */
export function regexMutants(source: string, dialect: RegexDialect): { alternative: string; source: string }[] {
  const node = parseRegex(source, dialect);
  if (node?.type === 'choice') return withoutEach(source, node.spans, { start: 0, end: source.length });
  return insideOnlyGroup(source, dialect);
}

/** `^(?:a|b)$` has alternatives too: edges around one group that holds a choice. */
function insideOnlyGroup(source: string, dialect: RegexDialect): { alternative: string; source: string }[] {
  const match = /^((?:\^|\\b)?\((?:\?:)?)([^()]*)(\)(?:\$|\\b)?)$/.exec(source);
  if (match === null) return [];
  const [, before = '', body = ''] = match;
  const node = parseRegex(body, dialect);
  if (node?.type !== 'choice') return [];
  const shift = before.length;
  const spans = node.spans.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return withoutEach(source, spans, { start: shift, end: shift + body.length });
}

function withoutEach(
  source: string,
  spans: readonly { start: number; end: number }[],
  choice: { start: number; end: number },
): { alternative: string; source: string }[] {
  return spans.map((removed) => {
    const rest = spans.filter((span) => span !== removed).map(({ start, end }) => source.slice(start, end));
    return {
      alternative: source.slice(removed.start, removed.end),
      source: source.slice(0, choice.start) + rest.join('|') + source.slice(choice.end),
    };
  });
}
