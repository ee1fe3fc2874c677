import type { ImportLanguage, ImportSite } from '../language.ts';
import { extractImports } from './extract-imports.ts';
import { moduleResolver } from './module-resolver.ts';

/** TypeScript and JavaScript in all their spellings. */
export const typescript: ImportLanguage = {
  name: 'typescript',
  speaks: (path) => /\.[cm]?[jt]sx?$/.test(path),
  sites: extractImports,
  reader(tree) {
    const resolver = moduleResolver(tree);
    const resolve = (path: string, sites: readonly ImportSite[]) => sites.map((site) => ({ site, target: resolver(path, site.specifier) }));
    return { read: (path, text) => resolve(path, extractImports(path, text)), resolve };
  },
};
