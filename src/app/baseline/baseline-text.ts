import { readReport } from '#platform/files/read-report.ts';
import { baselinePath } from './baseline-path.ts';
import { BaselineError } from './errors.ts';

/** The baseline of a worktree as it is written; undefined where there is none. */
export function baselineText(root: string): string | undefined {
  const file = readReport(root, baselinePath);
  if (file.kind === 'read') return file.text;
  if (file.kind === 'missing') return undefined;
  throw new BaselineError(
    `${baselinePath} ${file.kind === 'too-large' ? 'is larger than 256 MiB' : 'is no regular file of this repository'}.`,
    {
      code: 'baseline-unreadable',
      fix: `Move it away, and bring back the one of the last commit: git checkout HEAD -- ${baselinePath}`,
    },
  );
}
