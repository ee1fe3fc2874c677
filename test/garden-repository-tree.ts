import fs from 'node:fs';
import path from 'node:path';
import { type Change, type Freeze, gardenFolder, type PastCommit, type Stand } from './garden-repository-records.ts';

export interface TreeFile {
  bytes: Buffer;
  executable: boolean;
}

/** Files by path. */
export type Tree = ReadonlyMap<string, TreeFile>;

export interface TreeCommit extends Omit<PastCommit, 'files'> {
  /** What the commit touches; undefined for what it deletes. */
  files: Map<string, TreeFile | undefined>;
}

export function readBase(): Tree {
  const folder = path.join(gardenFolder, 'base');
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry): [string, TreeFile] => {
    const file = path.join(entry.parentPath, entry.name);
    const executable = (fs.statSync(file).mode & 0o100) !== 0;
    return [path.relative(folder, file).split(path.sep).join('/'), { bytes: fs.readFileSync(file), executable }];
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The commits that lead to `base`, where frozen pages have had their last text since the commit that is named. */
export function replay(history: readonly PastCommit[], base: Tree, freezes: readonly Freeze[] = []): TreeCommit[] {
  const commits = history.map(({ files, ...rest }) => ({ ...rest, files: new Map(files.map((stand) => standing(stand, base))) }));
  for (const { freeze, at } of freezes) {
    const since = commits.findIndex(({ id }) => id === at);
    if (since === -1) throw new Error(`history.yaml has no commit ${at}`);
    for (const { files } of commits.slice(since)) files.delete(freeze);
    commits[since]?.files.set(freeze, fileAt(base, freeze));
  }
  return commits;
}

function standing(stand: Stand, base: Tree): [string, TreeFile | undefined] {
  if (typeof stand === 'string') return [stand, fileAt(base, stand)];
  const { path: file } = stand;
  if ('gone' in stand) return [file, undefined];
  if ('text' in stand) return [file, { bytes: Buffer.from(stand.text), executable: stand.text.startsWith('#!') }];
  const now = fileAt(base, file);
  const text = now.bytes.toString();
  const past =
    'lines' in stand
      ? firstLines(text, stand.lines, file)
      : stand.with.reduce((all, piece) => replaceOnce(all, { path: file, old: piece.now, new: piece.was }), text);
  return [file, { ...now, bytes: Buffer.from(past) }];
}

function firstLines(text: string, count: number, file: string): string {
  const lines = text.split('\n');
  if (count >= lines.length - 1) throw new Error(`${file} has only ${lines.length - 1} lines: its first ${count} are all of it`);
  return `${lines.slice(0, count).join('\n')}\n`;
}

/** The tree after edits, each of which must find what it is about. */
export function applyChanges(base: Tree, changes: readonly Change[]): Tree {
  const tree = new Map(base);
  for (const change of changes) {
    if ('replace' in change) {
      const { path: file } = change.replace;
      const before = fileAt(tree, file);
      tree.set(file, { ...before, bytes: Buffer.from(replaceOnce(before.bytes.toString(), change.replace)) });
    } else if ('write' in change) {
      addFile(tree, change.write.path, { bytes: Buffer.from(change.write.text), executable: false });
    } else if ('remove' in change) {
      fileAt(tree, change.remove);
      tree.delete(change.remove);
    } else {
      addFile(tree, change.move.to, fileAt(tree, change.move.from));
      tree.delete(change.move.from);
    }
  }
  return tree;
}

/** What a commit from one tree to another touches. */
export function difference(from: Tree, to: Tree): TreeCommit['files'] {
  const gone = [...from.keys()].filter((file) => !to.has(file)).map((file): [string, undefined] => [file, undefined]);
  return new Map([...gone, ...[...to].filter(([file, now]) => from.get(file) !== now)]);
}

function addFile(tree: Map<string, TreeFile>, file: string, content: TreeFile): void {
  if (tree.has(file)) throw new Error(`${file} is there already`);
  tree.set(file, content);
}

function fileAt(tree: Tree, file: string): TreeFile {
  const found = tree.get(file);
  if (found === undefined) throw new Error(`there is no ${file}`);
  return found;
}

function replaceOnce(text: string, { path: file, old, new: next }: { path: string; old: string; new: string }): string {
  const [before, after, ...others] = text.split(old);
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error(`${JSON.stringify(old)} is not exactly once in ${file}`);
  return before + next + after;
}
