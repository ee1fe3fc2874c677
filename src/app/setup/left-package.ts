import { listFiles } from '#platform/git/run-git.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { userInstallFolder } from '#platform/state/state-folder.ts';
import { detectProject } from './detect-project.ts';
import { packageCommands } from './package-commands.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The package, which is still installed when everything of `init` is out. */
export interface LeftPackage {
  /** `package.json`, or the folder of the per-user install, which other repositories may use as well. */
  where: string;
  shared: boolean;
  /** The command that removes it. */
  remove: string;
}

export async function findLeftPackage(root: string, env: Environment, signal?: AbortSignal): Promise<LeftPackage | undefined> {
  const project = detectProject(root, await listFiles(root, signal), env);
  if (project.listsTackroom) return { where: 'package.json', shared: false, remove: packageCommands(project, env).remove };
  const where = userInstallFolder(env);
  if (findEngine(root, env)?.folder.startsWith(where) !== true) return undefined;
  const { packageManager: _, ...rest } = project;
  return { where, shared: true, remove: packageCommands(rest, env).remove };
}
