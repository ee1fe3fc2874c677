import { groupBy } from '#kernel/group-by.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { readPage } from '#pages/read-page.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { readRules } from '../harness/read-rules.ts';
import type { FileChange, Note } from './file-change.ts';

/** What is in the harness already and has a mistake that the planned changes leave there: every check would stop at it. */
export function brokenPages(root: string, changes: readonly FileChange[]): Note[] {
  const { absent, harness, problems } = readRules(root);
  const planned = new Set(changes.map(({ path }) => path));
  // Where a package is missing, a rule's mistake may be nothing else.
  const stay = (absent === undefined ? problems : harness.problems).filter((problem) => !isMended(root, problem, planned));
  return [...groupBy(stay, ({ path }) => path)].flatMap(([path, [first, ...more]]) => {
    if (first === undefined) return [];
    const where = more.length === 0 ? 'has a mistake in' : `has ${more.length + 1} mistakes, the first in`;
    return [
      { path, reason: `${where} line ${first.line} (${first.message.replace(/\.$/, '')}): mend it, or \`tackroom check\` stops at it` },
    ];
  });
}

/** A runbook that a page asks for may be about to be written. */
function isMended(root: string, { code, path, line, column }: PageProblem, planned: ReadonlySet<string>): boolean {
  if (code !== 'dead-link') return false;
  const { links } = readPage(path, 'guardrail', readInside(root, path) ?? '');
  return links.some((link) => link.line === line && link.column === column && planned.has(link.target));
}
