import { engineStamp } from '#platform/install/engine-stamp.ts';
import { type Engine, findEngine } from '#platform/install/find-engine.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { DaemonError, NotOursError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The package this process is of, and whether hooks would still use it. */
export interface WarmEngine {
  folder: string;
  version: string;
  /** False once another version was installed in its place, or it was taken away. */
  isInstalled(): boolean;
  /** The package as the hooks of a worktree find it. Throws where that is another one. */
  servesAt(root: string): Engine;
}

export function warmEngine(env: Environment): WarmEngine {
  const { folder, version } = findOwnPackage(import.meta.url);
  const own = () => engineStamp(folder);
  const begun = own();
  if (begun === undefined) {
    throw new DaemonError(`The hook's part of tackroom ${version} is not in ${folder}.`, {
      code: 'no-hook-part',
      facts: { folder },
      fix: 'Install tackroom again; in a checkout of it run `npm run build`.',
    });
  }
  const isInstalled = () => own() === begun;
  return {
    folder,
    version,
    isInstalled,
    servesAt: (root) => {
      const engine = findEngine(root, env);
      if (engine?.folder === folder && isInstalled()) return engine;
      throw new NotOursError(`Hooks in ${root} use ${engine?.folder ?? 'no install'}; this daemon is of ${folder}.`, {
        code: 'other-engine',
        facts: { root, engine: engine?.folder, own: folder },
      });
    },
  };
}
