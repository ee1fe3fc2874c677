import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { ignoredPaths } from '#platform/git/ignored-paths.ts';
import { listOthers, type Tracked } from '#platform/git/worktree-files.ts';
import { fileStamp, settledStamp } from '#platform/stamps/file-stamp.ts';
import { compareFolders, type FolderState, refreshFolders, type Walk, walkFolders } from '#platform/stamps/folder-stamps.ts';
import { ignoreRuleFiles, isElsewhere } from '#platform/stamps/ignore-rules.ts';
import { stampOfIndex } from '#platform/stamps/index-look.ts';
import { readSealedBytes, writeSealed } from '#platform/state/sealed-file.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { splitHead, withHead } from './headed-bytes.ts';
import { FolderPack, packFolders } from './pack-folders.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 2;

/** What git said of files it does not track, and all that this depends on besides its index. */
interface Listed {
  /** Stamp of the index of that time. */
  index: string;
  untracked: string[];
  /** Files that say what is ignored, each with its stamp. */
  rules: [file: string, stamp: string][];
}

interface Kept extends Listed {
  folders: FolderPack;
}

interface Place {
  root: string;
  repository: Repository;
  env: Readonly<Record<string, string | undefined>>;
  tracked: Promise<Tracked>;
}

/**
 * Files that git neither tracks nor ignores. To tell them git looks into every folder, which takes longer than the rest of a check that
 * finds nothing changed; so the folders' own stamps are kept, and only where a name came or went is git asked again. They are first
 * looked at in the second check of an index: the first has other things to do.
 */
export async function keptUntracked(place: Place, signal?: AbortSignal): Promise<string[]> {
  const { env, repository, root } = place;
  const index = stampOfIndex(repository.gitDir);
  if (index === undefined || isElsewhere(process.env)) return await listOthers(root, signal);
  const file = path.join(stateFolder(repository.commonDir, env), 'listed', `${shortHash(root)}.folders`);
  const key = JSON.stringify([formatVersion, process.env.HOME, process.env.XDG_CONFIG_HOME]);
  const before = opened(readSealedBytes(file, key));
  const kept = before?.rules.every(([rule, stamp]) => fileStamp(rule) === stamp) ? before : undefined;
  if (kept?.index === index && stillHolds(root, kept, (folders) => write(file, key, { ...kept, folders }))) return kept.untracked;
  const asOf = Date.now();
  const [untracked, around] = await Promise.all([listOthers(root, signal), lookAround(place, { asOf, index, kept }, signal)]);
  if (around !== undefined && stampOfIndex(repository.gitDir) === index) write(file, key, { index, untracked, ...around });
  return untracked;
}

/** `onRenewed` is called where folders have other stamps and the names they had. */
function stillHolds(root: string, { folders }: Kept, onRenewed: (folders: FolderState[]) => void): boolean {
  const { isSame, renewed } = compareFolders(root, folders);
  if (isSame && renewed.size > 0)
    onRenewed(
      folders.paths.map((_, index) => {
        const state = folders.stateAt(index);
        return { ...state, stamp: renewed.get(index) ?? state.stamp };
      }),
    );
  return isSame;
}

/** All that changed before `asOf` can be relied on. Undefined where that is not enough. */
async function lookAround(
  { repository, root, tracked }: Place,
  { asOf, index, kept }: { asOf: number; index: string; kept: Kept | undefined },
  signal?: AbortSignal,
): Promise<(Pick<Listed, 'rules'> & { folders: FolderState[] }) | undefined> {
  try {
    const { isKept, others, plain, stamp } = await tracked;
    if (stamp !== index || (kept === undefined && isKept !== true)) return undefined;
    const holds = foldersOf([...plain, ...others.map((entry) => entry.path)]);
    const walk: Walk = { asOf, holds, ignored: (folders) => ignoredPaths(root, folders, signal) };
    const refreshed = kept && (await refreshFolders(root, { folders: kept.folders, ignoreFiles: insideOf(root, kept.rules) }, walk));
    const [files, walked] = refreshed
      ? [kept.rules.map(([rule]) => rule), refreshed]
      : await Promise.all([ignoreRuleFiles(repository, process.env, signal), walkFolders(root, walk)]);
    if (files === undefined || walked === undefined) return undefined;
    const all = new Set([
      ...files,
      ...ignoreFilesAbove(root, repository.root),
      ...walked.ignoreFiles.map((inside) => path.join(root, inside)),
    ]);
    const rules = [...all].flatMap((rule): Listed['rules'] => {
      const settled = settledStamp(rule, asOf);
      return settled === undefined ? [] : [[rule, settled]];
    });
    return rules.length < all.size ? undefined : { rules, folders: walked.folders };
  } catch {
    return undefined; // it is for the next check: this one hears of whatever is wrong from git
  }
}

function insideOf(root: string, rules: Listed['rules']): string[] {
  return rules.flatMap(([file]) => (file.startsWith(`${root}${path.sep}`) ? [path.relative(root, file).split(path.sep).join('/')] : []));
}

/** Of these paths and of all folders above them. */
function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const file of paths)
    for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
      const folder = file.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return folders;
}

/** Where the files in question are those of a folder inside the repository. */
function ignoreFilesAbove(root: string, top: string): string[] {
  const files: string[] = [];
  for (let folder = root; folder !== top && folder !== path.dirname(folder); folder = path.dirname(folder))
    files.push(path.join(path.dirname(folder), '.gitignore'));
  return files;
}

function write(file: string, key: string, { folders, index, rules, untracked }: Listed & { folders: readonly FolderState[] }): void {
  const head: Listed = { index, untracked, rules };
  writeSealed(file, key, withHead(head, packFolders(folders)));
}

function opened(bytes: Buffer | undefined): Kept | undefined {
  if (bytes === undefined) return undefined;
  const { head, body } = splitHead<Listed>(bytes);
  return { ...head, folders: new FolderPack(body) };
}
