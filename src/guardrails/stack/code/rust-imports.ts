import { blankOut } from '../blank-out.ts';
import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';

const comments = /(?<=^|\s)\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const uses = /^[ \t]*(?:pub(?:\([^)\n]*\))?[ \t]+)?(?:use[ \t]+(?:::)?|extern[ \t]+crate[ \t]+)(?<name>[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*)/gm;
/** `tracing::info!(...)` needs no import. */
const macros = /(?<![\w:])(?<name>[a-z_]\w*(?:::\w+)*)(?=::\w+!)/g;

export const rustImports: LibrarySource = {
  kind: 'code',
  speaks: (path) => path.endsWith('.rs'),
  canonical: (name) => name.replaceAll('-', '_'),
  separators: ['::'],
  read(_path, text) {
    const code = blankOut(text, comments);
    return [...findEach(code, uses), ...findEach(code, macros)];
  },
};
