import type { InitPlan } from '#app/init.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

type Summary = NonNullable<InitPlan['imported']>;

/** What becomes of the rules that other agents' files hold. */
export function importSummary({ sources, bullets, personas, guardrails, runbooks, documents, checklist }: Summary): string {
  const made = [
    bullets > 0 && `${plural(bullets, 'bullet')} of ${plural(personas, 'persona')}`,
    guardrails > 0 && plural(guardrails, 'guardrail'),
    runbooks > 0 && plural(runbooks, 'runbook'),
    documents > 0 && plural(documents, 'document'),
  ];
  return `Imported from ${named(sources)}: ${made.filter((part) => part !== false).join(', ')}.
Nothing of it is in force, and the sources stay as they are: ${checklist} lists every piece, and how to sort it.
`;
}

export function rulesIn(sources: readonly string[], pieces: number): string {
  return `${named(sources)} ${sources.length === 1 ? 'tells' : 'tell'} agents ${plural(pieces, 'thing')} that no page says.`;
}

function named(sources: readonly string[]): string {
  const shown = sources.slice(0, 4).map(printable).join(', ');
  return sources.length > 4 ? `${shown} and ${sources.length - 4} more` : shown;
}
