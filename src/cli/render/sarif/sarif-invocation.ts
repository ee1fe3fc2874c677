import type { CheckOutcome } from '#app/check.ts';
import { sarifUri } from './sarif-uri.ts';

/** How the check went: what failed, what could not be read, what was left out. */
export function sarifInvocation({ faults, notes, report }: CheckOutcome, leftOut: string | undefined) {
  const told = [...notes, ...(leftOut === undefined ? [] : [leftOut])];
  return {
    executionSuccessful: faults.length === 0,
    toolExecutionNotifications: [
      ...faults.map(({ guardrail, message }) => ({ level: 'error', message: { text: `guardrail ${guardrail} failed: ${message}` } })),
      ...report.notes.map(({ path, line, message }) => ({
        level: 'note',
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: sarifUri(path), region: { startLine: line } } }],
      })),
      ...told.map((text) => ({ level: 'note', message: { text } })),
    ],
  };
}
