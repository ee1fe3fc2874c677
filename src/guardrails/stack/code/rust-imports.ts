import { blankOut } from '../blank-out.ts';
import { findEach } from '../find-each.ts';
import type { LibrarySource, Sighting } from '../library-source.ts';

const comments = /(?<=^|\s)\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const uses = /^[ \t]*(?:pub(?:\([^)\n]*\))?[ \t]+)?(?:use[ \t]+(?:::)?|extern[ \t]+crate[ \t]+)(?<name>[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*)/gm;
/** `tracing::info!(...)` needs no import; a file that has it many times uses the crate once. */
const macros = /(?<![\w:])(?<name>[a-z_]\w*(?:::\w+)*)(?=::\w+!)/g;

export const rustImports: LibrarySource = {
  kind: 'code',
  speaks: (path) => path.endsWith('.rs'),
  canonical: (name) => name.replaceAll('-', '_'),
  separators: ['::'],
  read(_path, text) {
    const code = blankOut(text, comments);
    const used = findEach(code, uses);
    const crates = new Set(used.map(crateOf));
    return [...used, ...findEach(code, macros).filter((sighting) => !crates.has(crateOf(sighting)) && crates.add(crateOf(sighting)))];
  },
};

function crateOf({ names: [name = ''] }: Sighting): string {
  return name.split('::', 1).join();
}
