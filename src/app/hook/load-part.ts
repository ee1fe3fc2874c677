import path from 'node:path';
import type { Engine } from '#platform/install/find-engine.ts';
import { loadBundle } from '#platform/install/load-bundle.ts';
import { codeFolder } from '#platform/state/state-folder.ts';

/** A part of the package as `scripts/bundle-hook.ts` makes it. Calls of one moment use the same functions: what is compiled is kept for each apart. */
export function loadPart(name: string, about: { engine: Engine; moment: string; env: Record<string, string | undefined> }) {
  const { engine, env, moment } = about;
  const file = path.join(codeFolder(engine.folder, env), `${name}-${moment}-${process.version}-${process.arch}`);
  return loadBundle(path.join(engine.folder, 'dist', name), { file, stamp: engine.stamp });
}
