import { compileRules } from '#guardrails/compile-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
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

/** Those of the pages that cannot be read here for want of a grammar, with the words for a person at `root`; undefined where all can. */
export function findLeftOut(root: string, pages: readonly GuardrailPage[]): LeftOut | undefined {
  const absent = missingGrammars(pages);
  const missing = describeMissing(absent, root);
  if (missing === undefined) return undefined;
  const waiting = new Set(absent.flatMap((one) => one.pages));
  const ids = pages.filter(({ path }) => waiting.has(path)).map(({ guardrail }) => guardrail.id);
  return {
    ids,
    languages: absent.flatMap(({ language }) => (language === undefined ? [] : (spoken[language] ?? language))),
    message: `${ids.length} ${ids.length === 1 ? 'guardrail' : 'guardrails'} left out (${ids.join(', ')}): ${missing.needs}`,
    fix: missing.fix,
  };
}

function missingGrammars(pages: readonly GuardrailPage[]) {
  const { missing } = compileRules(pages, { engine: '', pagesHash: '' });
  return missing().filter(({ install }) => install !== undefined);
}
