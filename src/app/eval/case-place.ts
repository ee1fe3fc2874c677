import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import type { GuidanceCase, GuidanceStep } from '#kernel/records/guidance-cases.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { openTarget, removeFile, removeFolder, stageWrite } from '#platform/files/write-files.ts';
import { gitWith, listFiles } from '#platform/git/run-git.ts';

/** A copy of a repository that cases are played in, with a state of its own. */
export interface CasePlace {
  root: string;
  env: Record<string, string | undefined>;
  /** Does what a step does to files; its command is not run. */
  apply(step: GuidanceStep, about: Pick<GuidanceCase, 'id'>): void;
  /** Puts all files back that steps have changed. */
  reset(): void;
  remove(): void;
}

/** Copies what git lists under `folder`, and makes it a repository with one commit. */
export async function makeCasePlace(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<CasePlace> {
  const scratch = makeScratchFolder('tackroom-eval');
  const root = path.join(scratch, 'repository');
  const write = (name: string, text: string) => stageWrite(openTarget(root, name), text).commit();
  const privateEnv = { PATH: env.PATH, HOME: scratch, XDG_STATE_HOME: path.join(scratch, 'state'), ...identity };
  stageWrite(openTarget(scratch, 'repository/.tackroom-eval'), '').commit();
  removeFile(root, '.tackroom-eval');
  for (const name of await listFiles(folder, signal)) {
    const text = readInside(folder, name);
    if (text !== undefined) write(name, text);
  }
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-qm', 'Begin'],
  ])
    await gitWith({ root, env: privateEnv }, args, signal);
  return { root, env: privateEnv, ...stepsIn(root, write), remove: () => removeFolder(scratch) };
}

const identity = {
  GIT_AUTHOR_NAME: 'Eval',
  GIT_AUTHOR_EMAIL: 'eval@example.invalid',
  GIT_COMMITTER_NAME: 'Eval',
  GIT_COMMITTER_EMAIL: 'eval@example.invalid',
};

function stepsIn(root: string, write: (name: string, text: string) => void): Pick<CasePlace, 'apply' | 'reset'> {
  const before = new Map<string, string | undefined>();
  const change = (name: string, text: string) => {
    if (!before.has(name)) before.set(name, readInside(root, name));
    write(name, text);
  };
  return {
    apply: (step, { id }) => {
      if ('write' in step) change(step.write, step.text);
      if ('edit' in step) change(step.edit, edited(readInside(root, step.edit), { ...step, id }));
    },
    reset: () => {
      for (const [name, text] of before)
        if (text === undefined) removeFile(root, name);
        else write(name, text);
      before.clear();
    },
  };
}

function edited(text: string | undefined, step: { id: string; edit: string; old: string; new: string }): string {
  const parts = text?.split(step.old) ?? [];
  if (parts.length === 2) return parts.join(step.new);
  throw new MisuseError(
    `the case ${step.id} replaces a text in ${step.edit} that ${text === undefined ? 'is not there: the file is missing' : `occurs ${parts.length - 1} times`}.`,
    { code: 'case-edit', fix: 'Give `old` as it stands in the file when its turn comes, and long enough to occur once.' },
  );
}
