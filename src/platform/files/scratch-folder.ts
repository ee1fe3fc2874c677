import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new empty folder of our own in the system's temporary folder; its real path. */
export function makeScratchFolder(name: string): string {
  return fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `${name}-`));
}

/** Copies a folder with all that is in it. */
export function copyFolder(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true });
}

/** Makes `link` stand for the folder `target`, with the folders above it. */
export function linkFolder(target: string, link: string): void {
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.symlinkSync(target, link, 'junction');
}

/** Text of a file that ships with the package or that we wrote ourselves. */
export function readOwnFile(file: string): string {
  return fs.readFileSync(file, 'utf8');
}
