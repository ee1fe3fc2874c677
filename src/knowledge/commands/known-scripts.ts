import { makeTargets, type Targets } from './make-targets.ts';
import { justRecipes, taskNames } from './task-files.ts';

/** What a repository offers to run, by the tool that runs it; absent where it has no file of that tool. */
export interface KnownScripts {
  /** Scripts of all package.json files. */
  scripts?: ReadonlySet<string>;
  /** Names by which installed packages can be run. */
  programs: ReadonlySet<string>;
  make?: Targets;
  just?: Targets;
  task?: Targets;
}

/** Reads the manifests of a repository; of several the names count together, since a page seldom says in which folder it speaks. */
export function knownScripts(files: readonly string[], read: (path: string) => string | undefined): KnownScripts {
  const found = (pattern: RegExp) =>
    files.filter((file) => pattern.test(file) && !/(?:^|\/)(?:node_modules|fixtures)\//.test(file)).map((file) => read(file) ?? '');
  const packages = found(/(?:^|\/)package\.json$/).map(parse);
  const make = found(/(?:^|\/)(?:GNUmakefile|[Mm]akefile|[\w.-]+\.mk)$/);
  const just = found(/(?:^|\/)\.?[Jj]ustfile$|\.just$/);
  const task = found(/(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/);
  return {
    programs: new Set(packages.flatMap(({ programs }) => programs)),
    ...(packages.length === 0 ? {} : { scripts: new Set(packages.flatMap(({ scripts }) => scripts)) }),
    ...(make.length === 0 ? {} : { make: makeTargets(make) }),
    ...(just.length === 0 ? {} : { just: justRecipes(just) }),
    ...(task.length === 0 ? {} : { task: taskNames(task) }),
  };
}

function parse(text: string): { scripts: string[]; programs: string[] } {
  const manifest = readJson(text);
  const packages = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => keysOf(manifest, key));
  const programs = packages.flatMap((name) => [
    name,
    name.slice(name.lastIndexOf('/') + 1),
    ...(name.startsWith('@') ? [name.slice(1).split('/')[0] ?? ''] : []),
  ]);
  return { scripts: keysOf(manifest, 'scripts'), programs: [...programs, ...keysOf(manifest, 'bin')] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a manifest that cannot be read offers nothing, and is npm's to complain of
  }
}

function keysOf(manifest: unknown, key: string): string[] {
  if (typeof manifest !== 'object' || manifest === null) return [];
  const value: unknown = Object.getOwnPropertyDescriptor(manifest, key)?.value;
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
