import { TackroomError } from '#kernel/errors.ts';
import type { CoverageCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { CoverageReport } from './file-coverage.ts';
import { readCobertura } from './read-cobertura.ts';
import { readIstanbul } from './read-istanbul.ts';
import { readLcov } from './read-lcov.ts';

/** A report in the page's format. The error of one that is not names the report. */
export function readCoverage(check: CoverageCheck, text: string): { files: CoverageReport; sources: readonly string[] } {
  try {
    if (check.format === 'cobertura') return readCobertura(text);
    return { files: check.format === 'lcov' ? readLcov(text) : readIstanbul(text), sources: [] };
  } catch (error) {
    if (!(error instanceof TackroomError)) throw error;
    throw new GuardrailError(`${check.report} is no ${check.format} report: ${error.message}`, {
      code: 'bad-report',
      facts: { report: check.report },
      ...(error.fix === undefined ? {} : { fix: error.fix }),
      cause: error,
    });
  }
}
