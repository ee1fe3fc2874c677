import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import type { FileLooks } from '#platform/stamps/file-looks.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { engineStamp } from '../harness/engine-stamp.ts';
import { type CheckRules, keptRules } from '../harness/kept-rules.ts';
import { KeptFindings } from './kept/kept-findings.ts';

/** The rules of a check, and what earlier checks found by them. */
export interface OpenMemory extends CheckRules {
  /** Undefined where nothing is kept. */
  recall(looks: FileLooks): KeptFindings | undefined;
}

/** Without an environment nothing is kept, and nothing read that was. `onCold` is called where the rules have changed since the last check. */
export async function openMemory(about: {
  cwd: string;
  /** That `cwd` lies in. */
  repository: Repository | undefined;
  env?: Readonly<Record<string, string | undefined>>;
  onCold?: (repository: Repository) => void;
}): Promise<OpenMemory> {
  const { cwd, env, onCold, repository } = about;
  if (env === undefined || repository === undefined) {
    const { loadRules } = await import('../harness/load-rules.ts');
    return { ...loadRules(cwd), recall: () => undefined };
  }
  const state = stateFolder(repository.commonDir, env);
  const engine = engineStamp();
  const kept = await keptRules(cwd, { state, engine, onCold: () => onCold?.(repository) });
  const file = path.join(state, 'checked', `${shortHash(kept.root)}.pack`);
  return { ...kept, recall: (looks) => new KeptFindings({ file, looks, engine }, kept.rules) };
}
