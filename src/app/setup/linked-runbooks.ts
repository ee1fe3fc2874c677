import path from 'node:path';
import { pageKindOf } from '#pages/page-kinds.ts';
import { readPage } from '#pages/read-page.ts';
import { listFolder } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';

/**
 * Those of the files to be taken out that are runbooks to which a page links that stays, each with such a page: without
 * them the harness would have a mistake, and no check would run.
 */
export function linkedRunbooks(root: string, going: ReadonlySet<string>): Map<string, string> {
  const linked = new Map<string, string>();
  for (const file of listFolder(path.join(root, 'harness'))) {
    const page = `harness/${file}`;
    const kind = pageKindOf(page);
    if (kind === undefined || going.has(page)) continue;
    for (const { target } of readPage(page, kind, readInside(root, page) ?? '').links) {
      if (going.has(target) && pageKindOf(target) === 'runbook' && !linked.has(target)) linked.set(target, page);
    }
  }
  return linked;
}
