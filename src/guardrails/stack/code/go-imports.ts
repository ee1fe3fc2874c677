import { blankOut } from '../blank-out.ts';
import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';

const comments = /(?<=^|\s)\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const group = /^import[ \t]*\([^)]*\)?/gm;
const single = /^import[ \t]+(?:[\w.]+[ \t]+)?"(?<name>[^"\n]+)"/gm;
const line = /^[ \t]*(?:[\w.]+[ \t]+)?"(?<name>[^"\n]+)"/gm;

export const goImports: LibrarySource = {
  kind: 'code',
  speaks: (path) => path.endsWith('.go'),
  canonical: (name) => name,
  separators: ['/'],
  read(_path, text) {
    const code = blankOut(text, comments);
    const grouped = [...code.matchAll(group)].flatMap(({ 0: block, index }) =>
      findEach(block, line).map(({ names, start, end }) => ({ names, start: start + index, end: end + index })),
    );
    return [...findEach(code, single), ...grouped];
  },
};
