import { compileRules } from '#guardrails/compile-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';

/** What to ask npm for so that these guardrails run: where there is an engine what it lacks, else all that they need. */
export function wantedGrammars(pages: readonly GuardrailPage[], hasEngine: boolean): string[] {
  const { missing, extras } = compileRules(pages, { engine: '', pagesHash: '' });
  return hasEngine ? missing().flatMap(({ install }) => install ?? []) : extras();
}
