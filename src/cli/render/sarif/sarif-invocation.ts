import type { CheckOutcome } from '#app/check.ts';
import { sarifUri } from './sarif-uri.ts';

/** How the check went: what failed, what could not be read, what was left out. */
export function sarifInvocation({ faults, leftOut: left, notes, report }: CheckOutcome, leftOut: string | undefined) {
  const pages = new Set(left?.guardrails.map(({ page }) => page));
  const told = [...notes.filter((note) => note !== left?.note), ...(leftOut === undefined ? [] : [leftOut])];
  return {
    executionSuccessful: faults.length === 0,
    toolExecutionNotifications: [
      ...faults.map(({ guardrail, message }) => ({ level: 'error', message: { text: `guardrail ${guardrail} failed: ${message}` } })),
      ...report.notes.map(({ path, line, message }) => ({
        level: pages.has(path) ? 'warning' : 'note',
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: sarifUri(path), region: { startLine: line } } }],
      })),
      ...told.map((text) => ({ level: 'note', message: { text } })),
    ],
  };
}
