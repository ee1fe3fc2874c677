import path from 'node:path';
import { listEntries } from '#platform/files/list-folder.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { detectProject } from './detect-project.ts';
import { packageCommands } from './package-commands.ts';

/** Folders in which package managers keep what is there for all projects; each has a package.json of its own. */
const globalFolders: readonly (readonly [RegExp, string])[] = [
  [/[\\/]pnpm[\\/](?:.*[\\/])?global[\\/]/, 'pnpm add --global'],
  [/[\\/]yarn[\\/](?:.*[\\/])?global$/i, 'yarn global add'],
  [/[\\/]\.bun[\\/]install[\\/]global$/, 'bun add --global'],
];

/**
 * The command that puts packages where an install of Tackroom finds them: beside itself. `engine` is the real path of that
 * install (default: the one that runs), `root` the repository in which the command is run.
 */
export function installBeside(packages: readonly string[], root: string, engine: string = findOwnPackage(import.meta.url).folder): string {
  const names = packages.join(' ');
  const base = baseOf(engine);
  if (base === undefined) return `npm install --no-save --prefix "${engine}" ${names}`; // a checkout: its manifest is not the user's
  const [, ofAll] = globalFolders.find(([pattern]) => pattern.test(base)) ?? [];
  if (ofAll !== undefined) return `${ofAll} ${names}`;
  const entries = listEntries(base).map(({ name }) => name);
  if (!entries.includes('package.json')) return `npm install --global ${names}`;
  if (!(isWithin(root, base) || isWithin(base, root))) return `npm install --prefix "${base}" ${names}`;
  const command = packageCommands(detectProject(base, entries, {}), {}).install.replace(/tackroom$/, names);
  return base === root ? command : `cd "${base}" && ${command}`;
}

/** The folder whose `node_modules` holds the install; pnpm keeps the real one some folders deeper. */
function baseOf(engine: string): string | undefined {
  const modules = `${path.sep}node_modules${path.sep}`;
  const deeper = engine.indexOf(`${modules}.pnpm${path.sep}`);
  const at = deeper === -1 ? engine.lastIndexOf(modules) : deeper;
  return at === -1 ? undefined : engine.slice(0, at);
}

function isWithin(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(other + path.sep);
}
