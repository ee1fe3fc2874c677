import type { Check, Guardrail } from '#kernel/records/guardrail.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';

/** A guardrail page for tests, without going through Markdown. */
export function makePage(id: string, check: Check, rest: Partial<Guardrail> & { examples?: Example[] } = {}): GuardrailPage {
  const { examples = [], ...guardrail } = rest;
  return {
    kind: 'guardrail',
    path: `harness/guardrails/${id}.md`,
    guardrail: { id, title: id, priority: 'P1', check, ...guardrail },
    message: `${id} is broken.`,
    remedy: `Mend ${id}.`,
    examples,
  };
}

/** An example of one file without a path, or of several with one. */
export function makeExample(verdict: Example['verdict'], text: string | Record<string, string>, rest: Partial<Example> = {}): Example {
  const files = typeof text === 'string' ? [{ text }] : Object.entries(text).map(([path, content]) => ({ path, text: content }));
  return { verdict, language: 'ts', files, line: 1, ...rest };
}
