import path from 'node:path';
import { adapters } from '#agents/adapters.ts';
import { listFolder, writtenAt } from '#platform/files/list-folder.ts';
import { openTarget, removeFolder } from '#platform/files/write-files.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { applyChanges } from './setup/apply-changes.ts';
import type { FileChange, Note } from './setup/file-change.ts';
import { emptyInitRecord, initRecordPath, parseInitRecord } from './setup/init-record.ts';
import { findLeftPackage, type LeftPackage } from './setup/left-package.ts';
import { RemovalPlan } from './setup/removal-plan.ts';
import { renderChanges } from './setup/render-changes.ts';
import { requireRepository } from './setup/require-repository.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface UninstallPlan {
  /** Real path of the worktree. */
  root: string;
  changes: FileChange[];
  /** What stays, because a person wrote or changed it. */
  kept: Note[];
  /** Folders outside git that go only when asked for: what Tackroom knows of this repository, and the mailbox of its agent. */
  state: string[];
}

/** Says what of `init` can be taken out of the repository around `from`; changes nothing. */
export function planUninstall(from: string, env: Environment): UninstallPlan {
  const { root, commonDir } = requireRepository(from);
  const record = parseInitRecord(openTarget(root, initRecordPath).text);
  const plan = new RemovalPlan(root, record ?? emptyInitRecord(''));
  plan.removeFiles();
  plan.removeSections();
  for (const { wiring } of adapters) if (wiring.format !== 'plugin') plan.removeHooks(wiring);
  plan.removeMcpServers();
  plan.removeLines();
  const changes = plan.finish();
  const known = new Set([...changes, ...plan.kept].map((about) => about.path));
  const others = listFolder(path.join(root, 'harness'))
    .map((file) => `harness/${file}`)
    .filter((file) => !known.has(file));
  const kept = [...plan.kept, ...others.map((file) => ({ path: file, reason: 'was not written by init' }))];
  const state = [stateFolder(commonDir, env), path.join(root, '.tackroom')].filter((folder) => writtenAt(folder) !== undefined);
  return { root, changes, kept, state };
}

/** Takes out what the plan says, all of it or nothing; then, where asked, the state. */
export function applyUninstall(plan: UninstallPlan, options: { state: boolean }): void {
  applyChanges(plan.root, plan.changes);
  if (options.state) for (const folder of plan.state) removeFolder(folder);
}

/** What is still installed when all of `init` is out, and how it goes. */
export function findPackage(plan: UninstallPlan, env: Environment, signal?: AbortSignal): Promise<LeftPackage | undefined> {
  return findLeftPackage(plan.root, env, signal);
}

/** The plan as a unified diff. */
export function renderUninstall(plan: UninstallPlan, options: { color: boolean }): string {
  return renderChanges(plan.changes, options);
}
