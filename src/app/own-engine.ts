import { findOwnPackage } from '#platform/install/own-package.ts';
import type { HookDeps } from './hook.ts';

/** The running program itself as the engine, its halves loaded from its own modules. */
export function ownEngine(): Pick<HookDeps, 'engine' | 'load'> {
  const { folder, version } = findOwnPackage(import.meta.url);
  return {
    engine: { folder, stamp: `own:${folder}:${version}` },
    load: { engine: () => import('./hook/answer.ts'), compiler: () => import('./hook/compile-hook-rules.ts') },
  };
}
