import type { ImportReport } from '#kernel/records/import-report.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

export const draftSteps = 'Give it what it needs, then take .draft from its name and run: tackroom guardrail test';

/** What came along, what needs a person, and what was left where it is. */
export function renderImport({ dryRun, written, drafts, left }: ImportReport): string {
  const lines = [
    ...written.flatMap(({ page, source, lost }) => [`${dryRun ? 'would write' : 'wrote'} ${page}  from ${source}`, ...lostLine(lost)]),
    ...drafts.flatMap(({ page, source, lost, why }) => [
      `${dryRun ? 'would draft' : 'draft'} ${page}  from ${source}`,
      ...lostLine(lost),
      ...why.map((one) => `  ${one}`),
    ]),
    ...left.map(({ source, why }) => `left  ${source}: ${why}`),
    `${plural(written.length, 'page')} whose examples hold, ${plural(drafts.length, 'draft')}, ${left.length} left.`,
    ...(drafts.length === 0 ? [] : [`A draft is not in force. ${draftSteps}`]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function lostLine(lost: readonly string[]): string[] {
  return lost.length === 0 ? [] : [`  did not come along, and is kept in the page as it was: ${lost.join(', ')}`];
}
