import { GuardrailError } from '../errors.ts';
import { type CoverageCount, CoverageCounts, type CoverageReport } from './file-coverage.ts';

/** LCOV's trace format: one entry a line, from `SF:` to `end_of_record`. What it says besides lines and branches is passed over. */
export function readLcov(text: string): CoverageReport {
  const counts = new CoverageCounts();
  let record: Entry[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, tag = '', rest = ''] = /^(\w+)(?::(.*))?$/.exec(line.trim()) ?? [];
    if (tag === 'SF') record = [];
    record.push({ tag, rest });
    if (tag === 'end_of_record') readRecord(counts, record);
  }
  const report = counts.report();
  if (report.size > 0 || text.trim() === '') return report;
  throw new GuardrailError('it names no file (there is no line SF:... with an end_of_record)', {
    code: 'bad-report',
    fix: 'Check `format` of the page.',
  });
}

interface Entry {
  tag: string;
  rest: string;
}

/** A record that was cut off has no end and counts for nothing. */
function readRecord(counts: CoverageCounts, record: readonly Entry[]): void {
  const path = record.find(({ tag }) => tag === 'SF')?.rest ?? '';
  if (path === '') return;
  const count = counts.of(path);
  const sums = new Map<string, number>();
  for (const { tag, rest } of record) {
    if (tag === 'DA') readLine(count, rest);
    if (tag === 'BRDA') readBranch(count, rest);
    if (/^(?:LF|LH|BRF|BRH)$/.test(tag)) sums.set(tag, Number(rest));
  }
  keepSums(count, sums);
}

function readLine(count: CoverageCount, rest: string): void {
  const [line, hits] = rest.split(',').map(Number);
  if (isCount(line) && line > 0 && isCount(hits)) count.line(line, hits);
}

function readBranch(count: CoverageCount, rest: string): void {
  const parts = rest.split(',');
  const taken = parts.pop();
  if (parts.length === 3 && taken !== undefined) count.branch(parts.join(','), taken !== '-' && Number(taken) > 0);
}

/** Some writers give sums alone. */
function keepSums(count: CoverageCount, sums: ReadonlyMap<string, number>): void {
  for (const [kind, total, covered] of [
    ['lines', sums.get('LF'), sums.get('LH')],
    ['branches', sums.get('BRF'), sums.get('BRH')],
  ] as const)
    if (isCount(total) && isCount(covered)) count.sum(kind, { total, covered });
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}
