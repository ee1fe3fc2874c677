import { blankOut } from '../blank-out.ts';
import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';

const comments = /(?<=^|\s)(?:\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)/g;
const coordinates = /["'](?<name>[\w.-]+:[\w.-]+)(?::[^"'\n]*)?["']/g;

/** Coordinates in quotes, whatever configuration they stand behind. Version catalogs are not followed. */
export const gradle: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)build\.gradle(?:\.kts)?$/.test(path),
  canonical: (name) => name,
  separators: [':', '.'],
  read: (_path, text) => findEach(blankOut(text, comments), coordinates, (name) => [name.slice(name.indexOf(':') + 1), name]),
};
