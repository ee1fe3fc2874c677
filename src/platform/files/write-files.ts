import fs from 'node:fs';
import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { removeAbandoned, temporaryBeside } from './temporary-file.ts';

/** A file of a repository that may be written: where its bytes really are, and its text, if it is there. */
export interface Target {
  path: string;
  /** Absolute, links followed: a link inside the repository is written through, never replaced. */
  real: string;
  text?: string;
}

/** Finds where `relative` would be written. A path that leaves `root` (a real path), or is no text file, is an error. */
export function openTarget(root: string, relative: string): Target {
  const real = asked(relative, () => realTarget(root, path.join(root, relative)));
  if (real === undefined) {
    throw new MisuseError(`${relative} is a link that leads out of the repository, or nowhere.`, {
      code: 'outside-repository',
      facts: { path: relative, root },
      fix: `Replace the link ${relative} by a file or a folder of the repository.`,
    });
  }
  const stat = fs.statSync(real, { throwIfNoEntry: false });
  if (stat === undefined) return { path: relative, real };
  const text = stat.isFile() ? decode(fs.readFileSync(real)) : undefined;
  if (text === undefined) {
    throw new MisuseError(`${relative} is not a text file in UTF-8.`, {
      code: 'not-text',
      facts: { path: relative },
      fix: `Move ${relative} away.`,
    });
  }
  return { path: relative, real, text };
}

/** New text beside its file, not yet in its place. */
export interface StagedWrite {
  path: string;
  commit(): void;
  discard(): void;
}

/** Writes `text` to a temporary file next to the target; `commit` puts it in place in one step. */
export function stageWrite(target: Target, text: string): StagedWrite {
  return asked(target.path, () => stage(target, text));
}

function stage(target: Target, text: string): StagedWrite {
  const folder = path.dirname(target.real);
  const made = fs.mkdirSync(folder, { recursive: true });
  removeAbandoned(folder, fs.readdirSync(folder));
  const temporary = temporaryBeside(target.real);
  const discard = () => {
    fs.rmSync(temporary, { force: true });
    if (made !== undefined) removeEmptyFolders(path.dirname(made), folder);
  };
  fs.rmSync(temporary, { force: true }); // of a process that had our id
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx' });
    if (target.text !== undefined) fs.chmodSync(temporary, fs.statSync(target.real).mode);
  } catch (error) {
    discard();
    throw error;
  }
  return { path: target.path, commit: () => fs.renameSync(temporary, target.real), discard };
}

/** Rights, and files where folders should be, are for the user to set right. */
function asked<T>(relative: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
    throw new MisuseError(`${relative} cannot be written: ${error instanceof Error ? error.message : code}.`, {
      code: 'not-writable',
      facts: { path: relative },
      fix: `See to it that ${path.posix.dirname(relative)} is a folder that you may write to, then run the command again.`,
      cause: error,
    });
  }
}

/** Removes a file, and the folders that are empty without it, up to `root`. A link is not followed. */
export function removeFile(root: string, relative: string): void {
  const file = path.join(root, relative);
  fs.rmSync(file, { force: true });
  removeEmptyFolders(root, path.dirname(file));
}

/** Removes a folder with all that is in it; one that is not there is no error. */
export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

function removeEmptyFolders(stopAt: string, folder: string): void {
  for (let current = folder; current !== stopAt && current.startsWith(stopAt + path.sep); current = path.dirname(current)) {
    try {
      fs.rmdirSync(current);
    } catch {
      return; // not empty, or not ours to remove
    }
  }
}

function realTarget(root: string, wanted: string): string | undefined {
  const missing: string[] = [];
  for (let current = wanted; ; current = path.dirname(current)) {
    if (fs.lstatSync(current, { throwIfNoEntry: false }) === undefined) {
      missing.unshift(path.basename(current));
      continue;
    }
    if (!fs.existsSync(current)) return undefined; // a link to nowhere
    const real = path.join(fs.realpathSync(current), ...missing);
    const inside = path.relative(root, real).split(path.sep);
    return inside[0] === '..' || inside[0] === '.git' || path.isAbsolute(inside.join(path.sep)) ? undefined : real;
  }
}

function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    // a file that cannot be read back byte for byte would be spoiled by writing it
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
