import { parseFile } from './parse-file.ts';

/** What tree-sitter does not understand, and, as nodes without text, what it had to make up. */
const lost = { rule: { any: [{ kind: 'ERROR' }, { regex: '^$', not: { inside: { kind: 'ERROR' } } }] } };

/** Whether a file is read whole by the grammar that ast rules use for it; true where there is none. */
export function parses(path: string, text: string): boolean {
  const root = text.trim() === '' ? undefined : parseFile(path, text);
  return root === undefined || root.find(lost) === null;
}
