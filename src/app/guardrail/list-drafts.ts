import path from 'node:path';
import type { GuardrailList } from '#kernel/records/guardrail-list.ts';
import { listEntries } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { whatItNeeds } from './import/what-it-needs.ts';

const folder = 'harness/guardrails';

/** Pages that `guardrail import` could not put in force, and what each still needs. */
export function listDrafts(root: string): GuardrailList['drafts'] {
  const drafts = listEntries(path.join(root, folder)).filter(({ name, isFolder }) => !isFolder && name.endsWith('.md.draft'));
  const pages = drafts.map(({ name }) => `${folder}/${name}`).sort();
  return pages.map((page) => ({ page, needs: whatItNeeds(page.replace(/\.draft$/, ''), readInside(root, page) ?? '') }));
}
