import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';

/** What `tackroom guardrail new` writes into the first paragraph, and nobody leaves there who has made the page theirs. */
export const sampleWords = 'say here what goes wrong where this is broken, and why';

/** A page as it was begun, with a made-up rule: it must judge nobody's code yet. */
export function isSample({ message }: Pick<GuardrailPage, 'message'>): boolean {
  return message.includes(sampleWords);
}
