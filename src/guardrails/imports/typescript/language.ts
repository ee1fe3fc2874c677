import type { ImportLanguage } from '../language.ts';
import { extractImports } from './extract-imports.ts';
import { moduleResolver } from './module-resolver.ts';

/** TypeScript and JavaScript in all their spellings. */
export const typescript: ImportLanguage = {
  speaks: (path) => /\.[cm]?[jt]sx?$/.test(path),
  reader(tree) {
    const resolve = moduleResolver(tree);
    return (path, text) => extractImports(path, text).map((site) => ({ site, target: resolve(path, site.specifier) }));
  },
};
