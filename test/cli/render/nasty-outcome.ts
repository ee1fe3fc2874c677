import fc from 'fast-check';
import type { CheckOutcome } from '#app/check.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { prioritySchema } from '#kernel/records/priority.ts';
import { madeFinding, madeOutcome, madeRule } from './made-outcome.ts';

/** Pieces that some format gives a meaning to, and characters that some format cannot hold. */
const pieces = [
  ...['::error::x', '##[error]', '%0A', ']]>', '<![CDATA[', '&amp;', '-->', '{0}', '[a](1)', '../..', 'c:\\', '`', '"', "'", '<', '>', '&'],
  ...['\r', '\n', '\r\n', '\t', '\0', '\u001B[2J', '\u0085', '\u2028', '\u202E', '\uFEFF', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '😀'],
  ...[',', ':', '%', '/', ' ', '#', '?', '\u007F', 'é'],
];

const nastyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const position = fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) });

const range = fc
  .tuple(position, position)
  .map(([a, b]) => (a.line < b.line || (a.line === b.line && a.column <= b.column) ? { start: a, end: b } : { start: b, end: a }));

const id = fc.constantFrom('no-eval', 'no-fixme', 'file-length');

const finding = fc
  .record({
    guardrail: id,
    priority: fc.constantFrom(...prioritySchema.options),
    path: nastyText,
    message: nastyText,
    fix: nastyText,
    runbook: nastyText,
    range,
  })
  .map(madeFinding);

const wholeFile = finding.map(({ range: _, ...rest }) => rest);

/** Outcomes of checks as nobody would wish them. */
export const nastyOutcome: fc.Arbitrary<CheckOutcome> = fc
  .record({
    findings: fc.array(fc.oneof(finding, wholeFile), { maxLength: 30 }),
    suppressed: fc.array(fc.record({ finding, reason: nastyText }), { maxLength: 3 }),
    accepted: fc.array(finding, { maxLength: 3 }),
    faults: fc.array(fc.record({ guardrail: fc.constantFrom('no-eval', '*'), message: nastyText }), { maxLength: 3 }),
    notes: fc.array(fc.record({ path: nastyText, line: fc.integer({ min: 1, max: 9 }), message: nastyText }), { maxLength: 3 }),
    said: fc.array(nastyText, { maxLength: 3 }),
    words: fc.record({ title: nastyText, message: nastyText, remedy: nastyText, runbook: nastyText }),
  })
  .map(({ findings, suppressed, accepted, faults, notes, said, words }) => {
    const guardrails = ['no-eval', 'no-fixme'].map((one) => madeRule({ id: one, ...words }));
    const replacementOf = ({ message, range: place }: Finding) => (place?.start.line === 1 ? message : undefined);
    const outcome = madeOutcome(findings, {
      replacementOf,
      silenced: { suppressed, accepted },
      faults: faults.map((fault) => ({ ...fault, by: 'page' as const })),
      notes: said,
      guardrails,
    });
    return { ...outcome, report: { ...outcome.report, notes } };
  });
