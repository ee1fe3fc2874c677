import type { Guardrail } from '#kernel/records/guardrail.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { findSections } from '../body/find-sections.ts';
import { firstParagraph } from '../body/first-paragraph.ts';
import { plainText } from '../body/plain-text.ts';
import type { Mistake } from '../mistake.ts';
import { nearest } from '../nearest.ts';
import type { BodyReading, PageSource } from './page-source.ts';
import { readExamples } from './read-examples.ts';

/** The body of a guardrail: what an agent reads, how it mends a breach, and the tests of the rule. */
export function readGuardrail(source: PageSource, guardrail: Guardrail | undefined): BodyReading<GuardrailPage | undefined> {
  const { page, root } = source;
  const examples = readExamples(source, guardrail && hasFix(guardrail));
  const message = firstParagraph(root);
  const mistakes = [...(message === '' ? [missingMessage(page.bodyLine)] : []), ...misspelledFix(source), ...examples.mistakes];
  if (guardrail === undefined || message === '') return { value: undefined, mistakes };
  const remedy = plainText(findSections(root, 'Fix').flatMap(({ nodes }) => nodes));
  const runbook = page.links.find(({ target }) => target.startsWith('harness/runbooks/'))?.target;
  const value: GuardrailPage = {
    kind: 'guardrail',
    path: page.path,
    guardrail,
    message,
    remedy,
    ...(runbook === undefined ? {} : { runbook }),
    examples: examples.value,
  };
  return { value, mistakes };
}

function hasFix({ check }: Guardrail): boolean {
  return check.kind === 'ast' && check.fix !== undefined;
}

function missingMessage(line: number): Mistake {
  return {
    line,
    column: 1,
    code: 'missing-message',
    message: 'This guardrail says nothing: the first paragraph of its body is what an agent reads.',
    fix: 'Begin the body with one paragraph: what goes wrong, and why.',
  };
}

/** A remedy under another heading would be lost in silence. */
function misspelledFix({ page, root }: PageSource): Mistake[] {
  if (findSections(root, 'Fix').length > 0) return [];
  return page.headings
    .filter(({ text }) => /^f/i.test(text) && nearest(text, ['Fix']) !== undefined)
    .map(({ depth, text, line }) => ({
      line,
      column: 1,
      code: 'unknown-section',
      message: `Unknown section \`${'#'.repeat(depth)} ${text}\`. Did you mean \`## Fix\`?`,
    }));
}
