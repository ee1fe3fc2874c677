import type { Tree } from '../../tree.ts';
import { findModuleFile } from './find-module-file.ts';

const buildFolders = new Set([
  'dist',
  'lib',
  'build',
  'out',
  'output',
  'esm',
  'cjs',
  'es',
  'es6',
  'esnext',
  'commonjs',
  'module',
  'types',
  'typings',
  'dist-types',
  '.build',
]);
const sourceFolders = ['src/', '', 'source/', 'lib/', 'ts/'];

/**
 * The source of a build product that is not there: `dist/esm/x.js` is built from `src/x.ts`, `lib/x.d.ts` from `src/x.ts`.
 * Both paths are relative to the repository; `folder` is the package's. Build folders are known by their usual names.
 */
export function findSourceOfBuild(tree: Tree, folder: string, product: string): string | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!product.startsWith(prefix)) return undefined;
  const segments = product.slice(prefix.length).split('/');
  for (let taken = 1; taken < segments.length && buildFolders.has(segments[taken - 1] ?? ''); taken++) {
    const rest = segments
      .slice(taken)
      .join('/')
      .replace(/\.d\.([cm]?)ts$/, '.$1js');
    for (const source of sourceFolders) {
      const found = findSourceFile(tree, `${prefix}${source}${rest}`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A bundler may also change the module format: `dist/x.mjs` and `dist/x.cjs` both come from `src/x.ts`. */
function findSourceFile(tree: Tree, product: string): string | undefined {
  return (
    findModuleFile(tree, product) ??
    findModuleFile(tree, product.replace(/\.(?:development\.|production\.)?[cm]?js$/, '.js')) ??
    findModuleFile(tree, `${product}/index`)
  );
}
