import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlatformError } from '../errors.ts';

/** This package where it is installed. */
export interface OwnPackage {
  /** Real path of the folder with its package.json. */
  folder: string;
  version: string;
}

/** Finds the package that a module belongs to; source and built output lie at different depths. */
export function findOwnPackage(moduleUrl: string): OwnPackage {
  const start = fs.realpathSync(path.dirname(fileURLToPath(moduleUrl)));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const about = readPackageJson(path.join(folder, 'package.json'));
    if (about?.name === 'tackroom') return { folder, version: about.version };
    if (folder === path.dirname(folder)) break;
  }
  throw new PlatformError(`There is no package.json of tackroom above ${start}.`, {
    code: 'package-not-found',
    fix: 'Install tackroom again.',
  });
}

function readPackageJson(file: string): { name: string; version: string } | undefined {
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as { name: string; version: string };
}
