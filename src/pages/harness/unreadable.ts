import type { PageProblem } from '#kernel/records/page-problem.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { startOfPage } from '../mistake.ts';

/** Why a file that is listed has no text. */
export function unreadable(root: string, path: string): PageProblem {
  const place = { path, ...startOfPage };
  if (resolveInside(root, path) === undefined) {
    return {
      ...place,
      code: 'outside',
      message: 'This is a link that leads out of the repository, or nowhere.',
      fix: 'Put the page itself here.',
    };
  }
  return {
    ...place,
    code: 'not-text',
    message: 'This is no text file, holds a zero byte, or is over 2 MiB.',
    fix: 'Save it as UTF-8 text.',
  };
}
