import type { CheckOutcome } from '#app/check.ts';
import type { CheckFormat } from '../choose-format.ts';
import { type HumanStyle, humanReport } from './human-report.ts';
import { plural } from './plural.ts';

export interface CheckStyle extends HumanStyle {
  format: CheckFormat;
  /** Why this format was chosen, where nobody asked for it. */
  because?: string;
  /** `agent`: most characters; default: what the harness says. */
  maxChars?: number;
  /** `agent`: the command that shows what was left out. */
  seeMore: string;
}

/** A report in the form that suits who reads it. A format that nobody asked for is named. */
export function renderCheck(outcome: CheckOutcome, style: CheckStyle): string {
  switch (style.format) {
    case 'json':
      return `${JSON.stringify(outcome.report, null, 2)}\n`;
    case 'human':
      return (
        humanReport(outcome.report, style) +
        (style.because === undefined ? '' : `Format: human (${style.because}); others: --format agent, --format json.\n`)
      );
    case 'agent':
      return `${sayToAgent(outcome, style)}\n`;
  }
}

/** Who asks for a check wants an answer, so here nothing to say is said. */
function sayToAgent(outcome: CheckOutcome, { because, maxChars, seeMore }: CheckStyle): string {
  const lead = because === undefined ? 'Tackroom:' : `Tackroom (format agent, ${because}):`;
  const { files, guardrails } = outcome.report.summary;
  return (
    outcome.sayToAgent({ lead, seeMore, ...(maxChars === undefined ? {} : { maxChars }) }) ||
    `${lead} no findings in ${plural(files, 'file')}, ${plural(guardrails, 'guardrail')} applied.`
  );
}
