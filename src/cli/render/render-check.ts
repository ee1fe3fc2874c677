import type { CheckOutcome } from '#app/check.ts';
import type { CheckFormat } from '../choose-format.ts';
import { githubReport } from './github-report.ts';
import { type HumanStyle, humanReport } from './human-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import { plural } from './plural.ts';
import { sarifLog } from './sarif/sarif-log.ts';

export interface CheckStyle extends HumanStyle {
  format: CheckFormat;
  /** Why this format was chosen, where nobody asked for it. */
  because?: string;
  /** `agent`: most characters; default: what the harness says. */
  maxChars?: number;
  /** `agent`: the command that shows what was left out. */
  seeMore: string;
  /** Version of the program. */
  version: string;
}

/** A report in the form that suits who reads it, in parts. A format that nobody asked for is named. */
export function* renderCheck(outcome: CheckOutcome, style: CheckStyle): Generator<string> {
  if (style.format === 'json') yield* jsonReport(outcome.report);
  else yield renderWhole(outcome, style, style.format);
}

function renderWhole(outcome: CheckOutcome, style: CheckStyle, format: Exclude<CheckFormat, 'json'>): string {
  switch (format) {
    case 'human':
      return (
        humanReport(outcome, style) +
        (style.because === undefined ? '' : `Format: human (${style.because}); others: --format agent, --format json.\n`)
      );
    case 'sarif':
      return sarifLog(outcome, style);
    case 'junit':
      return junitReport(outcome, style.all);
    case 'github':
      return githubReport(outcome, style.because);
    case 'agent':
      return `${[sayToAgent(outcome, style), ...leftLine(outcome)].join('\n')}\n`;
  }
}

/** Without the names: what an agent can do about it is the same for all. */
function leftLine({ leftOut }: CheckOutcome): string[] {
  if (leftOut === undefined) return [];
  const { fix, guardrails, languages } = leftOut;
  return [`${plural(guardrails.length, 'guardrail')} left out, since the grammar of ${languages.join(', ')} is not installed. ${fix}`];
}

/** Who asks for a check wants an answer, so here nothing to say is said. */
function sayToAgent(outcome: CheckOutcome, { because, maxChars, seeMore }: CheckStyle): string {
  const lead = because === undefined ? 'Tackroom:' : `Tackroom (format agent, ${because}):`;
  const { files, guardrails } = outcome.report.summary;
  const { file, guardrail } = outcome.nouns ?? { file: 'file', guardrail: 'guardrail' };
  return (
    outcome.sayToAgent({ lead, seeMore, ...(maxChars === undefined ? {} : { maxChars }) }) ||
    `${lead} no findings in ${plural(files, file)}, ${plural(guardrails, guardrail)} applied.`
  );
}
