import { compileRules } from '#guardrails/compile-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { initRecordPath, parseInitRecord } from '../setup/init-record.ts';
import { textHash } from '../setup/text-hash.ts';
import { describeMissing } from './describe-missing.ts';

/** Guardrails that do not run because the grammar of their language is not installed. */
export interface LeftOut {
  ids: string[];
  /** Of all of them, as people call them. */
  languages: string[];
  message: string;
  fix: string;
}

/** What ast-grep calls otherwise. */
const spoken: Readonly<Record<string, string>> = { CSharp: 'C#', Json: 'JSON', Php: 'PHP', Yaml: 'YAML' };

/**
 * Takes out the pages that cannot be read here for want of a grammar and stand as `init` wrote them: nobody chose them one by
 * one, so who has no grammar goes on without. A page that a person wrote or changed stays in, and is an error.
 */
export function leaveOut(root: string, pages: readonly GuardrailPage[]): { rest: readonly GuardrailPage[]; left?: LeftOut } {
  const written = parseInitRecord(readInside(root, initRecordPath))?.files ?? {};
  const isOurs = ({ path }: GuardrailPage) => textHash(readInside(root, path) ?? '') === written[path];
  const left = pages.filter((page) => isOurs(page) && missingGrammars([page]).length > 0);
  const absent = missingGrammars(left);
  const missing = describeMissing(absent, root);
  if (missing === undefined) return { rest: pages };
  const ids = left.map(({ guardrail }) => guardrail.id);
  const message = `${ids.length} ${ids.length === 1 ? 'guardrail' : 'guardrails'} left out (${ids.join(', ')}): ${missing.needs}`;
  return {
    rest: pages.filter((page) => !left.includes(page)),
    left: {
      ids,
      languages: absent.flatMap(({ language }) => (language === undefined ? [] : (spoken[language] ?? language))),
      message,
      fix: missing.fix,
    },
  };
}

function missingGrammars(pages: readonly GuardrailPage[]) {
  const { missing } = compileRules(pages, { engine: '', pagesHash: '' });
  return missing().filter(({ install }) => install !== undefined);
}
