import { readHereText, readWord } from './read-word.ts';
import type { Source } from './source.ts';
import type { Redirect } from './syntax.ts';

export function parseRedirects(source: Source): Redirect[] {
  const redirects: Redirect[] = [];
  do source.skipBlanks();
  while (parseRedirect(source, redirects));
  return redirects;
}

/** Reads one redirection, if there is one; the body of a here-document comes later. */
export function parseRedirect(source: Source, redirects: Redirect[]): boolean {
  const [, descriptor = '', operator] = source.take(/(\d+|\{\w+\})?(&>>?|>>|>&|>\||<<<|<<-?|<&|<>|>(?!\()|<(?!\())/y) ?? [];
  if (!operator) return false;
  source.skipBlanks();
  const from = source.at;
  const redirect: Redirect = { descriptor, operator, target: readWord(source) };
  redirects.push(redirect);
  if (operator !== '<<' && operator !== '<<-') return true;
  const written = source.text.slice(from, source.at);
  const delimiter = redirect.target.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  source.awaited.push({ redirect, delimiter, literal: /['"\\]/.test(written), stripTabs: operator === '<<-' });
  redirect.target = [];
  return true;
}

/** Reads the bodies that start after this line end. */
export function readHereBodies(source: Source): void {
  for (const { redirect, delimiter, literal, stripTabs } of source.awaited.splice(0)) {
    let body = '';
    let found = false;
    while (!(source.ended || found)) {
      const line = source.take(/([^\n]*)\n?/y)?.[0] ?? '';
      const text = stripTabs ? line.replace(/^\t+/, '') : line;
      found = text.replace(/\n$/, '') === delimiter;
      if (!found) body += text;
    }
    source.incomplete ||= !found;
    redirect.target = literal ? [{ kind: 'text', text: body }] : source.inner(body, readHereText);
  }
}
