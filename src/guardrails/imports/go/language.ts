import type { Tree } from '../../tree.ts';
import type { ImportEdge, ImportLanguage, ImportReader, ImportSite } from '../language.ts';
import { rememberingTree } from '../remembering-tree.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { extractImports } from './extract-imports.ts';
import { Modules } from './modules.ts';
import { PackageFiles } from './package-files.ts';

/** Go: an import names a package, which is all files of a folder. */
export const go: ImportLanguage = {
  name: 'go',
  speaks: (path) => path.endsWith('.go'),
  sites: (_path, text) => extractImports(text),
  reader: importReader,
};

function importReader(plain: Tree): ImportReader {
  const tree = rememberingTree(plain);
  const modules = new Modules(tree);
  const files = new PackageFiles(tree);

  const edgesOf = (from: string, site: ImportSite): ImportEdge[] => {
    const names = [site.specifier];
    const folder = folderOf(from);
    const target = /^\.\.?(?:\/|$)/.test(site.specifier)
      ? joinInside(folder, site.specifier)
      : modules.packageFolder(folder, site.specifier);
    const found = target === undefined ? [] : files.in(target);
    if (found.length > 0) return found.map((path) => ({ site, target: { kind: 'file', path, names } }));
    if (target !== undefined || site.specifier.startsWith('.')) return [{ site, target: { kind: 'unresolved', names } }];
    const module = modules.requiredModule(folder, site.specifier);
    return [{ site, target: { kind: 'external', names: module === undefined || module === names[0] ? names : [...names, module] } }];
  };

  const resolve = (path: string, sites: readonly ImportSite[]) => sites.flatMap((site) => edgesOf(path, site));
  return { read: (path, text) => resolve(path, extractImports(text)), resolve };
}
