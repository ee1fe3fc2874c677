import type { ImportLanguage } from '../language.ts';
import { extractImports } from './extract-imports.ts';
import { moduleResolver } from './module-resolver.ts';

/** TypeScript and JavaScript in all their spellings. */
export const typescript: ImportLanguage = {
  speaks: (path) => /\.[cm]?[jt]sx?$/.test(path),
  extract: extractImports,
  resolver: moduleResolver,
};
