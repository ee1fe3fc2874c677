import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { initRecordPath, parseInitRecord } from '../setup/init-record.ts';
import { textHash } from '../setup/text-hash.ts';
import { findLeftOut, type LeftOut } from './find-left-out.ts';

/**
 * Takes out the pages that cannot be read here for want of a grammar and stand as `init` wrote them: nobody chose them one by
 * one, so who has no grammar goes on without. A page that a person wrote or changed stays in, and is an error.
 */
export function leaveOut(root: string, pages: readonly GuardrailPage[]): { rest: readonly GuardrailPage[]; left?: LeftOut } {
  const written = parseInitRecord(readInside(root, initRecordPath))?.files ?? {};
  const isOurs = ({ path }: GuardrailPage) => textHash(readInside(root, path) ?? '') === written[path];
  const left = findLeftOut(root, pages.filter(isOurs));
  return left === undefined ? { rest: pages } : { rest: pages.filter(({ guardrail }) => !left.ids.includes(guardrail.id)), left };
}
