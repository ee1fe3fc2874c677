import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { readPage } from '#pages/read-page.ts';
import type { FileChange } from './file-change.ts';

/** The guardrails that `init` would write. */
export function plannedPages(changes: readonly FileChange[]): GuardrailPage[] {
  return changes.flatMap(({ path, before, after }) => {
    if (!path.startsWith('harness/guardrails/') || before !== undefined || after === undefined) return [];
    return readPage(path, 'guardrail', after).guardrail ?? [];
  });
}
