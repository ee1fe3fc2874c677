import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type InitPlan, planInit } from '#app/init.ts';
import { makeRepository } from '../make-repository.ts';

/** A git repository without a file, in a private folder that is its user's home as well. */
export interface EmptyRepository {
  folder: string;
  root: string;
  write(file: string, text: string): void;
  /** What `init` would do, without anything on the PATH. */
  plan(from?: string, options?: { importRules?: boolean }): Promise<InitPlan>;
  remove(): void;
}

export function emptyRepository(): EmptyRepository {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-init-')));
  const root = path.join(folder, 'repository');
  fs.mkdirSync(root);
  makeRepository(root);
  return {
    folder,
    root,
    write: (file, text) => {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    },
    plan: (from = root, options = {}) => planInit({ cwd: from, env: { HOME: folder, PATH: '' }, ...options }),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
