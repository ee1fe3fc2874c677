import { blankOut } from '../blank-out.ts';
import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';

const comments = /(?<=^|\s)\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;
const imports = /^[ \t]*import[ \t]+(?:static[ \t]+)?(?<name>[A-Za-z_][\w.]*)/gm;

/** Java, Kotlin, Scala and Groovy: a dotted name after `import`. */
export const javaImports: LibrarySource = {
  kind: 'code',
  speaks: (path) => /\.(?:java|kts?|scala|groovy)$/.test(path),
  canonical: (name) => name,
  separators: ['.'],
  read: (_path, text) => findEach(blankOut(text, comments), imports),
};
