import type { Tree } from '../../tree.ts';

/** Tried in this order on a path without extension. Code goes before its declarations: the edge should lead to what runs. */
const extensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.d.ts',
  '.d.mts',
  '.d.cts',
  '.json',
  '.vue',
  '.svelte',
  '.astro',
];

/** What an import of the compiled name means in the source. */
const sourceExtensions: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.jsx', '.ts', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
};

/** The file that `base` names, with or without its extension, or under the name it gets when compiled. */
export function findModuleFile(tree: Tree, base: string): string | undefined {
  const compiled = /\.[cm]?jsx?$/.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - compiled.length);
  for (const extension of sourceExtensions[compiled] ?? []) if (tree.has(stem + extension)) return stem + extension;

  const named = /[^/]\.[^./]+$/.test(base);
  if (named && tree.has(base)) return base;
  const found = extensions.find((extension) => tree.has(base + extension));
  if (found !== undefined) return base + found;
  return !named && base !== '' && tree.has(base) ? base : undefined;
}

/** The index file of a folder. */
export function findIndexFile(tree: Tree, folder: string): string | undefined {
  return findModuleFile(tree, folder === '' ? 'index' : `${folder}/index`);
}
