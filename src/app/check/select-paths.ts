import path from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { MisuseError } from '#kernel/errors.ts';
import { locatePath } from '#platform/files/locate-path.ts';
import { isFolder, resolveInside } from '#platform/files/read-inside.ts';
import { findRepository } from '#platform/git/find-repository.ts';

export interface Selection {
  paths: string[];
  /** What a person should know of the arguments that chose nothing. */
  notes: string[];
}

/**
 * The files in question that lie under the paths of the command line, which are relative to `cwd`. A path outside the
 * repository and one that is nowhere are the caller's mistake; one that is there and not in question is worth a note.
 */
export function selectPaths(
  place: { root: string; cwd: string },
  wanted: readonly string[],
  files: { inQuestion: readonly string[]; all: readonly string[] },
): Selection {
  if (wanted.length === 0) return { paths: [...files.inQuestion], notes: [] };
  const known = wanted.length < fewestForSet ? undefined : new Set(files.all);
  const asked = wanted.map((argument) => ({ argument, prefix: asListed(place, argument, known) ?? toRelative(place, argument) }));
  const prefixes = new Set(asked.map(({ prefix }) => prefix));
  const used = new Set<string>();
  const paths = files.inQuestion.filter((file) => {
    const above = selfAndFoldersUp(file).filter((one) => prefixes.has(one));
    for (const prefix of above) used.add(prefix);
    return above.length > 0;
  });
  const notes = asked.flatMap((one) => (used.has(one.prefix) ? [] : explainNothing(place, one, files.all)));
  return { paths, notes };
}

/** Fewer arguments are looked up sooner than all files are put into a set. */
const fewestForSet = 100;

/** Thousands of paths may be named, and where each leads takes the system longer to say than all the rest. A path that git lists passes through no link. */
function asListed(
  { root, cwd }: { root: string; cwd: string },
  argument: string,
  known: ReadonlySet<string> | undefined,
): string | undefined {
  if (known === undefined || path.isAbsolute(argument)) return undefined;
  const below = cwd === root ? '' : path.relative(root, cwd).split(path.sep).join('/');
  const listed = path.posix.join(below, argument);
  return known.has(listed) ? listed : undefined;
}

/** Thousands of paths may be named, and each file be under any. */
function selfAndFoldersUp(file: string): string[] {
  const all = [file];
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) all.push(file.slice(0, slash));
  return [...all, ''];
}

function toRelative(place: { root: string; cwd: string }, argument: string): string {
  const located = locatePath(place.root, place.cwd, argument);
  if (located !== undefined) return located;
  throw new MisuseError(`${argument} lies outside this repository (${place.root}).`, {
    code: 'outside-repository',
    facts: { path: argument, root: place.root },
    fix: 'Name files and folders of this repository, or run tackroom inside the other one.',
  });
}

function isUnder(file: string, prefix: string): boolean {
  return prefix === '' || file === prefix || file.startsWith(`${prefix}/`);
}

function explainNothing(place: { root: string }, asked: { argument: string; prefix: string }, all: readonly string[]): string[] {
  const { argument, prefix } = asked;
  if (all.some((file) => isUnder(file, prefix))) return [`nothing under ${argument} has changed.`];
  const inner = innerRepository(place.root, prefix);
  if (inner !== undefined)
    return [`${argument} was not checked: ${inner} is a repository of its own, or a submodule. Run tackroom in there.`];
  if (resolveInside(place.root, prefix) !== undefined) return [`${argument} was not checked: git ignores it, or it is no regular file.`];
  const near = nearestPath(prefix, all);
  throw new MisuseError(`there is no file or folder ${argument}.`, {
    code: 'no-such-path',
    facts: { path: argument },
    fix: near === undefined ? 'Paths are relative to the folder you are in.' : `Did you mean ${near} (relative to the repository)?`,
  });
}

/** The repository inside this one, relative to it, that a path belongs to. */
function innerRepository(root: string, relative: string): string | undefined {
  const place = resolveInside(root, relative);
  const inner = place === undefined ? undefined : findRepository(isFolder(root, relative) ? place : path.dirname(place))?.root;
  return inner === undefined || inner === root ? undefined : path.relative(root, inner);
}

/** The known path that a typing mistake is most likely to have meant. */
function nearestPath(wanted: string, all: readonly string[]): string | undefined {
  const sameName = all.filter((file) => path.posix.basename(file) === path.posix.basename(wanted));
  const near = closest(wanted, sameName.length > 0 ? sameName : all.slice(0, 20_000));
  return near !== undefined && (sameName.length > 0 || distance(wanted, near) <= 1 + wanted.length / 5) ? near : undefined;
}
