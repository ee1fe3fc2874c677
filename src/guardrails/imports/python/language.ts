import type { Tree } from '../../tree.ts';
import type { ImportLanguage, ImportReader } from '../language.ts';
import { rememberingTree } from '../remembering-tree.ts';
import { extractImports } from './extract-imports.ts';
import { ModuleResolver } from './module-resolver.ts';

/** Python and its stubs. */
export const python: ImportLanguage = {
  name: 'python',
  speaks: (path) => /\.pyi?$/.test(path),
  reader: importReader,
};

function importReader(tree: Tree): ImportReader {
  const resolver = new ModuleResolver(rememberingTree(tree));
  return { read: (path, text) => extractImports(text).flatMap((found) => resolver.edges(path, found)) };
}
