import os from 'node:os';
import path from 'node:path';
import type { Repository } from '../git/find-repository.ts';
import { git } from '../git/run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables by which git takes its settings, its index or its worktree from elsewhere. */
const elsewhere = /^GIT_(?:CONFIG|DIR$|WORK_TREE$|INDEX_FILE$|COMMON_DIR$|CEILING|NAMESPACE$|LITERAL|GLOB|NOGLOB|ICASE)/;

/**
 * All files outside of the worktree's own `.gitignore` that say what git ignores there, whether they are there or not: settings, and lists
 * that settings name. Undefined where that cannot be told.
 */
export async function ignoreRuleFiles(
  { root, gitDir, commonDir }: Repository,
  env: Environment,
  signal?: AbortSignal,
): Promise<string[] | undefined> {
  if (isElsewhere(env)) return undefined;
  const home = env.HOME ?? os.homedir();
  const xdg = path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'git');
  const files = new Set([
    ...[path.join(commonDir, 'config'), path.join(gitDir, 'config.worktree'), path.join(commonDir, 'info', 'exclude')],
    ...[path.join(home, '.gitconfig'), path.join(xdg, 'config'), path.join(xdg, 'ignore'), '/etc/gitconfig'],
  ]);
  const settings = settingsIn(await git(root, ['config', '--list', '--show-origin', '--includes', '-z'], signal));
  for (const setting of settings) {
    const named = filesOf(setting, { root, home, gitDir });
    if (named === undefined) return undefined;
    for (const file of named) files.add(file);
  }
  return [...files];
}

/** Where a setting stands, and the files that it names; undefined where that cannot be told. */
function filesOf({ key, origin, value }: Setting, about: { root: string; home: string; gitDir: string }): string[] | undefined {
  if (origin.startsWith('command line:')) return []; // our own, as those of the environment were refused
  if (!origin.startsWith('file:')) return undefined;
  const file = path.resolve(about.root, origin.slice('file:'.length));
  const branch = /^includeif\..*\.path$/i.test(key) ? [path.join(about.gitDir, 'HEAD')] : []; // it may ask which branch is checked out
  if (!/^(?:core\.excludesfile|include(?:if\..*)?\.path)$/i.test(key)) return [file];
  const named = expanded(value, about.home);
  if (named === undefined) return undefined;
  return [file, ...branch, ...[path.dirname(file), about.root].map((from) => path.resolve(from, named))];
}

/** Whether git takes its settings, its index or its worktree from a place that we do not know. */
export function isElsewhere(env: Environment): boolean {
  return process.platform === 'win32' || Object.keys(env).some((name) => elsewhere.test(name) && env[name] !== undefined);
}

interface Setting {
  origin: string;
  key: string;
  value: string;
}

/** Of `git config -z --show-origin`: the origin, then the key and its value in two lines. */
function settingsIn(listed: string): Setting[] {
  const parts = listed.split('\0').slice(0, -1);
  return parts.flatMap((origin, at) => {
    if (at % 2 === 1) return [];
    const [key = '', ...value] = (parts[at + 1] ?? '').split('\n');
    return [{ origin, key, value: value.join('\n') }];
  });
}

/** Undefined for what only git can tell: another person's home, or its own folder. */
function expanded(value: string, home: string): string | undefined {
  if (value.startsWith('~/')) return path.join(home, value.slice(2));
  return value.startsWith('~') || value.startsWith('%(') ? undefined : value;
}
