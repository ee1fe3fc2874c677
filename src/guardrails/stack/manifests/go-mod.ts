import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';

const group = /^require[ \t]*\([^)]*\)?/gm;
const single = /^require[ \t]+(?<name>[^\s"(]+)[ \t]+v[^\s]+(?![^\n]*\/\/[ \t]*indirect)/gm;
const line = /^[ \t]*(?<name>[^\s"(/][^\s"(]*)[ \t]+v[^\s]+(?![^\n]*\/\/[ \t]*indirect)/gm;

/** What the module asks for itself: what others need of it (`// indirect`) is nobody's choice. */
export const goMod: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)go\.mod$/.test(path),
  canonical: (name) => name,
  separators: ['/'],
  read(_path, text) {
    const grouped = [...text.matchAll(group)].flatMap(({ 0: block, index }) =>
      findEach(block, line).map(({ names, start, end }) => ({ names, start: start + index, end: end + index })),
    );
    return [...findEach(text, single), ...grouped];
  },
};
