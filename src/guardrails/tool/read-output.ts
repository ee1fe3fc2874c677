import type { ToolCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Report } from '../kind/check-kind.ts';
import { readEslintJson } from './read-eslint-json.ts';
import { readLines } from './read-lines.ts';
import { readSarif } from './read-sarif.ts';
import type { ToolOutput } from './tool-result.ts';

type Output = Extract<Report, { kind: 'outputs' }>['outputs'][number];

/**
 * What one run of the program said. Linters end with 1, and some with more, when they find something; one that ended
 * badly and said nothing that can be read has failed, and must not pass for one that found nothing.
 */
export function readOutput({ output }: Pick<ToolCheck, 'output'>, run: Output, command: string): ToolOutput {
  const what = `the output of \`${command}\``;
  if (typeof output === 'object') {
    const read = readLines(`${run.stdout}\n${run.stderr}`, output.pattern, what);
    if (run.code !== 0 && read.results.length === 0) throw failed(run, command, 'and printed no line that `output.pattern` matches');
    return read;
  }
  if (run.stdout.trim() === '' && run.code !== 0) throw failed(run, command, 'and printed nothing');
  const read = output === 'sarif' ? readSarif(run.stdout, what) : readEslintJson(run.stdout, what);
  if (run.code > 1 && read.results.length === 0) throw failed(run, command, 'and found nothing');
  return read;
}

function failed(run: Output, command: string, how: string): GuardrailError {
  const words = (run.stderr.trim() || run.stdout.trim()).split('\n').slice(0, 3).join(' ').slice(0, 300);
  return new GuardrailError(`\`${command}\` ended with exit code ${run.code} ${how}${words === '' ? '' : `: ${words}`}`, {
    code: 'tool-failed',
    facts: { command, code: run.code },
    fix: 'Run it by hand in the repository and mend what it says; `run` of the page is its command line.',
  });
}
