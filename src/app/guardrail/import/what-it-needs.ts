import { compileRules } from '#guardrails/compile-rules.ts';
import { judgeExamples } from '#guardrails/test-examples.ts';
import { readPage } from '#pages/read-page.ts';

/** What stands between the text of a page and its being in force; nothing, where it is sound and its examples hold. */
export function whatItNeeds(page: string, text: string): string[] {
  const { guardrail, problems } = readPage(page, 'guardrail', text);
  const isAboutExamples = ({ code }: { code: string }) => code === 'missing-examples' || code === 'missing-example';
  const others = problems.filter((problem) => !isAboutExamples(problem)).map(({ line, message }) => `line ${line}: ${message}`);
  const examples = problems.some(isAboutExamples) ? ['it needs a `bad` and a `good` example'] : [];
  if (guardrail === undefined) return [...others, ...examples];
  const { compiled, problems: mistakes } = compileRules([guardrail], { engine: '', pagesHash: '' });
  const wrong = [...others, ...mistakes.map(({ at, message }) => `${at.join('.')}: ${message}`), ...examples];
  if (wrong.length > 0) return wrong;
  return compiled.rules
    .flatMap((rule) => judgeExamples(rule, guardrail))
    .filter(({ ok }) => !ok)
    .map(({ line, verdict, explanation }) => `line ${line}, ${verdict}: ${explanation}`);
}
