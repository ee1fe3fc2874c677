import type { OpenCheck } from './open-check.ts';

/** Guardrails that were left out of a check for want of the grammar of their language. */
export interface LeftGuardrails {
  /** What a person is told of them in one line, the remedy included. */
  note: string;
  /** Their languages, as people call them. */
  languages: string[];
  /** What to do so that they run. */
  fix: string;
  guardrails: { id: string; title: string; page: string; why: string }[];
}

export function leftGuardrails({ harness, left }: Pick<OpenCheck, 'harness' | 'left'>): LeftGuardrails | undefined {
  if (left === undefined) return undefined;
  const { fix, languages, message } = left;
  const why = `left out, since the grammar of ${languages.join(', ')} is not installed beside Tackroom. ${fix}`;
  const pages = harness.guardrails.filter(({ guardrail }) => left.ids.includes(guardrail.id));
  return {
    note: `${message}. ${fix}`,
    languages,
    fix,
    guardrails: pages.map(({ guardrail: { id, title }, path: page }) => ({ id, title, page, why })),
  };
}

/** What a check did not judge although it was asked to, each in a few words: `check --strict` holds it. */
export function unjudged(about: { left: LeftGuardrails | undefined; unread: number; unnameable: number }): string[] {
  const { left, unnameable, unread } = about;
  const counted = (count: number, noun: string, rest: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'} ${rest}`]);
  return [
    ...counted(left?.guardrails.length ?? 0, 'guardrail', 'left out'),
    ...counted(unread, 'file', 'not read whole'),
    ...counted(unnameable, 'file', 'with a name that is not UTF-8'),
  ];
}
