import type { CheckOutcome } from '#app/check.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { wellFormed } from '../well-formed.ts';
import { sarifInvocation } from './sarif-invocation.ts';
import { type Silence, sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';

/** GitHub code scanning refuses a file with more, whatever they are. */
const mostResults = 25_000;

/** A check as SARIF 2.1.0, made for GitHub code scanning: https://docs.github.com/code-security/reference/code-scanning/sarif-files */
export function sarifLog(outcome: CheckOutcome, about: { version: string; all: boolean }): string {
  const ruleIndex = new Map(outcome.guardrails.map(({ id }, index) => [id, index]));
  const results = [...reported(outcome, about.all), ...(about.all ? silenced(outcome) : [])];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tackroom',
            version: about.version,
            semanticVersion: about.version,
            informationUri: 'https://www.npmjs.com/package/tackroom',
            rules: outcome.guardrails.map(sarifRule),
          },
        },
        invocations: [sarifInvocation(outcome, leftOut(results.length))],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top folder of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: results.slice(0, mostResults).map(({ finding, silence }) => {
          const replacement = outcome.replacementOf(finding);
          return sarifResult(finding, { ruleIndex, ...silence, ...(replacement === undefined ? {} : { replacement }) });
        }),
      },
    ],
  };
  return `${JSON.stringify(log, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value), 2)}\n`;
}

/** What a person must hear when code scanning will not get everything; absent when it will. */
export function sarifLimit(outcome: CheckOutcome, all: boolean): string | undefined {
  const { suppressed, accepted } = outcome.silenced;
  return leftOut(outcome.report.findings.length + (all ? suppressed.length + accepted.length : 0));
}

function leftOut(count: number): string | undefined {
  if (count <= mostResults) return undefined;
  return `${count - mostResults} of ${count} findings were left out, the worst kept: code scanning refuses a file with more than ${mostResults}.`;
}

interface Result {
  finding: Finding;
  silence: { silence?: Silence; isNew?: true };
}

/** Only where accepted findings are listed beside them does it say anything that these are new. */
function reported({ report, silenced }: CheckOutcome, all: boolean): Result[] {
  const compared = all && silenced.accepted.length > 0;
  return report.findings.map((finding) => ({ finding, silence: compared ? { isNew: true } : {} }));
}

function silenced({ silenced: { suppressed, accepted } }: CheckOutcome): Result[] {
  return [
    ...suppressed.map(({ finding, reason }): Result => ({ finding, silence: { silence: { kind: 'inSource', justification: reason } } })),
    ...accepted.map((finding): Result => ({ finding, silence: { silence: { kind: 'external', justification: acceptedBefore } } })),
  ];
}

const acceptedBefore = 'Accepted before: it stands in harness/baseline.json.';
