import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type PlantedFault, readFaults, readHistory } from './garden-repository-records.ts';
import { applyChanges, difference, readBase, replay, type TreeCommit, type TreeFile } from './garden-repository-tree.ts';
import { makeRepository } from './make-repository.ts';

export interface GardenOptions {
  /** Which of the faults that exclude each other are planted: `a` (the default, a hub that is too long) or `b` (a hub without steps). */
  variant?: string;
}

/**
 * A knowledge base with a year of history as a git repository in a new temporary folder, which the caller removes: the
 * real path of its worktree. `clean` has many things that look like faults; `faulty` has one more commit, and `plantedFaults` in it.
 */
export function gardenRepository(kind: 'clean' | 'faulty', options: GardenOptions = {}): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `tackroom-garden-${kind}-`)));
  makeRepository(root);
  runGit(root, ['fast-import', '--quiet'], importStream(kind === 'clean' ? cleanCommits() : faultyCommits(options.variant)));
  runGit(root, ['read-tree', '-m', '-u', 'HEAD']);
  return root;
}

/** What `garden` must find in the faulty repository of a variant, and nothing else. */
export function plantedFaults(variant = 'a'): PlantedFault[] {
  return readFaults().filter((fault) => fault.variant === undefined || fault.variant === variant);
}

function cleanCommits(): TreeCommit[] {
  return replay(readHistory(), readBase());
}

function faultyCommits(variant: string | undefined): TreeCommit[] {
  const faults = plantedFaults(variant);
  const base = readBase();
  const faulty = applyChanges(
    base,
    faults.flatMap(({ change }) => change ?? []),
  );
  const past = replay(
    readHistory(),
    base,
    faults.flatMap(({ history }) => history ?? []),
  );
  const last = { id: 'faults', date: '2026-10-05T09:00:00+02:00', author: 'Tomas Rehak', message: 'Rename this and that' };
  return [...past, { ...last, files: difference(base, faulty) }];
}

/** What `git fast-import` reads: one process for a whole history. */
function importStream(commits: readonly TreeCommit[]): Buffer {
  return Buffer.concat(
    commits.flatMap(({ date, author, message, files }) => {
      const who = `${author} <${author.toLowerCase().replace(' ', '.')}@fieldline.example> ${gitDate(date)}`;
      const head = `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n`;
      return [Buffer.from(head), data(Buffer.from(`${message}\n`)), ...[...files].flatMap(([file, content]) => fileCommand(file, content))];
    }),
  );
}

function fileCommand(file: string, content: TreeFile | undefined): Buffer[] {
  if (content === undefined) return [Buffer.from(`D ${file}\n`)];
  return [Buffer.from(`M ${content.executable ? '100755' : '100644'} inline ${file}\n`), data(content.bytes)];
}

function data(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** `2026-01-15T17:20:00+01:00` as seconds and zone. */
function gitDate(iso: string): string {
  return `${Date.parse(iso) / 1000} ${iso.slice(-6).replace(':', '')}`;
}

/** Git without the settings of whoever runs the tests. */
function runGit(root: string, args: readonly string[], input?: Buffer): void {
  const env = { PATH: process.env.PATH, HOME: path.join(root, '.git'), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: os.devNull };
  execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd: root,
    env,
    ...(input && { input }),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}
