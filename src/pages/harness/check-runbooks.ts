import path from 'node:path';
import type { PageLink } from '#kernel/records/page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { nearest } from '../nearest.ts';
import { filesUnder } from './files-under.ts';

/** Links of a guardrail to runbooks that are not there: an agent would be sent to nothing. */
export function checkRunbooks(root: string, from: string, links: readonly PageLink[]): PageProblem[] {
  return links
    .filter(({ target }) => /(^|\/)runbooks\//.test(target) && resolveInside(root, target) === undefined)
    .map(({ target, line, column }) => {
      const meant = nearestRunbook(root, target);
      const hint = meant === undefined ? '' : ` Did you mean \`${path.posix.relative(path.posix.dirname(from), meant)}\`?`;
      return {
        path: from,
        line,
        column,
        code: 'dead-link',
        message: `There is no runbook \`${target}\`.${hint}`,
        fix: 'Write the runbook, or correct the link.',
      };
    });
}

function nearestRunbook(root: string, target: string): string | undefined {
  const runbooks = filesUnder(root, 'harness/runbooks').filter((file) => file.endsWith('.md'));
  const wanted = target.slice(target.lastIndexOf('runbooks/'));
  const meant = nearest(
    wanted,
    runbooks.map((file) => file.slice('harness/'.length)),
  );
  return meant === undefined ? undefined : `harness/${meant}`;
}
