/** A page cut in two. The lines of both parts are counted in the page. */
export interface SplitPage {
  frontMatter: { kind: 'none' } | { kind: 'unclosed' } | { kind: 'yaml'; text: string; line: number };
  body: string;
  /** Line on which the body begins, from 1. */
  bodyLine: number;
}

/** Front matter begins with a line `---` at the very start and ends with the next one. `text` has \n as its only line end. */
export function splitFrontMatter(text: string): SplitPage {
  if (!/^---[ \t]*(\n|$)/.test(text)) return { frontMatter: { kind: 'none' }, body: text, bodyLine: 1 };
  const start = text.indexOf('\n') + 1;
  const closing = /^---[ \t]*$/gm;
  closing.lastIndex = start;
  const found = start === 0 ? null : closing.exec(text);
  if (found === null) return { frontMatter: { kind: 'unclosed' }, body: '', bodyLine: 1 };
  const yaml = text.slice(start, found.index);
  const end = found.index + found[0].length + 1;
  return { frontMatter: { kind: 'yaml', text: yaml, line: 2 }, body: text.slice(end), bodyLine: 2 + yaml.split('\n').length };
}
