import path from 'node:path';
import { writtenAt } from '#platform/files/list-folder.ts';
import type { PackagedLanguage } from './ast-language.ts';
import { packagedLanguages, packageOf } from './grammars.ts';

/**
 * The grammars' libraries that lie in a `node_modules` beside or above a folder of this package, the nearest of each.
 * ast-grep ends the whole process when it is given a library that cannot be loaded, so each is tried first.
 */
export function findLibraries(from: string): Map<PackagedLanguage, string> {
  const found = new Map<PackagedLanguage, string>();
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const scope = path.join(folder, 'node_modules', '@ast-grep');
    if (writtenAt(scope) === undefined) continue;
    for (const language of packagedLanguages) {
      const file = found.has(language) ? undefined : libraryIn(path.join(scope, path.basename(packageOf(language))));
      if (file !== undefined) found.set(language, file);
    }
  }
  return found;
}

const systems: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

/** Made ready by the package for this system, or else by its install script. */
function libraryIn(folder: string): string | undefined {
  const system = `prebuild-${systems[process.platform] ?? ''}-${process.arch.toUpperCase()}`;
  const files = [path.join(folder, 'prebuilds', system, 'parser.so'), path.join(folder, 'parser.so')];
  return files.find((file) => writtenAt(file) !== undefined && canBeLoaded(file));
}

/** Node opens the library, looks in vain for an addon in it, and says just that. */
function canBeLoaded(file: string): boolean {
  try {
    process.dlopen({ exports: {} }, file);
    return true;
  } catch (error) {
    return error instanceof Error && error.message.includes('did not self-register');
  }
}
