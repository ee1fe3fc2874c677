import { extractImports } from '../../imports/typescript/extract-imports.ts';
import { typescript } from '../../imports/typescript/language.ts';
import type { LibrarySource } from '../library-source.ts';

export const javascriptImports: LibrarySource = {
  kind: 'code',
  speaks: typescript.speaks,
  canonical: (name) => name.replace(/^node:/, ''),
  separators: ['/'],
  read: (path, text) => extractImports(path, text).map(({ specifier, start, end }) => ({ names: [specifier], start, end })),
};
