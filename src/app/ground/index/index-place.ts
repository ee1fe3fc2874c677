import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { packageVersion } from '../../harness/package-version.ts';

/** Bump when the shape of what is kept changes, or what words a text has. */
const formatVersion = 3;

export interface IndexPlace {
  repository: Repository;
  env: Readonly<Record<string, string | undefined>>;
}

/** Where a part of the index of a worktree is kept, and under which key. */
export function indexPlace({ repository, env }: IndexPlace, part: 'pages' | 'files' | 'history'): { file: string; key: string } {
  const file = path.join(stateFolder(repository.commonDir, env), 'ground', `${shortHash(repository.root)}-${part}.bin`);
  return { file, key: `${formatVersion} ${packageVersion()} ${repository.root}` };
}
