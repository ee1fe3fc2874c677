import { guardrailPage } from '../cli/sample-repository.ts';

/** A guardrail with a fix, for files that a writer is killed over. */
export const deadlinePage = guardrailPage({
  id: 'deadline',
  priority: 'P1',
  check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: fetch($URL)\nfix: fetch($URL, { signal })',
  bad: 'fetch(a)',
  good: 'fetch(a, b)',
});

/** What its fix makes of a text. */
export function withDeadlines(text: string): string {
  return text.replaceAll('fetch(1)', 'fetch(1, { signal })');
}
