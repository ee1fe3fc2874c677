import type { Page } from '#kernel/records/page.ts';

/** A rule is one or two sentences; its page has the rest. */
const longestRule = 280;

/** A rule as an agent reads it, with the name that it is asked about by. */
export function sayRule(text: string, id: string): string {
  return `${shorten(text.replace(/\s+/g, ' ').trim())} [${id}]`;
}

/** A page as an agent is pointed to it. */
export function sayPage({ path, title }: Pick<Page, 'path' | 'title'>): string {
  return `${path} (${shorten(title)})`;
}

function shorten(text: string): string {
  if (text.length <= longestRule) return text;
  const sentence = text.lastIndexOf('. ', longestRule);
  return sentence > longestRule / 2 ? text.slice(0, sentence + 1) : `${text.slice(0, text.lastIndexOf(' ', longestRule))} …`;
}
