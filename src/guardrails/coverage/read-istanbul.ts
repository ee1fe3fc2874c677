import { GuardrailError } from '../errors.ts';
import { asObject, type Json, type JsonObject } from '../imports/typescript/json.ts';
import { parseJson } from '../report/parse-json.ts';
import { type CoverageCount, CoverageCounts, type CoverageReport, type Share } from './file-coverage.ts';

/** Istanbul's coverage-final.json (counters a file) or coverage-summary.json (sums a file), told apart by what they hold. */
export function readIstanbul(text: string): CoverageReport {
  const files = asObject(parseJson(text, 'it'));
  if (files === undefined) throw notIstanbul('it is no object of files');
  const counts = new CoverageCounts();
  for (const [path, value] of Object.entries(files)) {
    const file = asObject(value);
    if (path === 'total' || file === undefined) continue;
    if (!(readFinal(counts, path, file) || readSummary(counts, path, file)))
      throw notIstanbul(`${JSON.stringify(path.slice(0, 200))} has neither counters nor sums`);
  }
  return counts.report();
}

function readFinal(counts: CoverageCounts, path: string, file: JsonObject): boolean {
  const data = asObject(file.data) ?? file;
  const statements = asObject(data.statementMap);
  const hits = asObject(data.s);
  if (statements === undefined || hits === undefined) return false;
  const count = counts.of(path);
  for (const [id, location] of Object.entries(statements)) {
    const line = asNumber(asObject(asObject(location)?.start)?.line);
    if (line !== undefined) count.line(line, asNumber(hits[id]) ?? 0);
  }
  readBranches(count, asObject(data.b) ?? {});
  return true;
}

function readBranches(count: CoverageCount, branches: JsonObject): void {
  for (const [id, ways] of Object.entries(branches)) {
    for (const [way, hits] of (Array.isArray(ways) ? ways : []).entries()) count.branch(`${id},${way}`, (asNumber(hits) ?? 0) > 0);
  }
}

function readSummary(counts: CoverageCounts, path: string, file: JsonObject): boolean {
  const lines = shareOf(file.lines);
  const branches = shareOf(file.branches);
  if (lines === undefined || branches === undefined) return false;
  counts.of(path).sum('lines', lines);
  counts.of(path).sum('branches', branches);
  return true;
}

function shareOf(value: Json | undefined): Share | undefined {
  const covered = asNumber(asObject(value)?.covered);
  const total = asNumber(asObject(value)?.total);
  return covered === undefined || total === undefined ? undefined : { covered, total };
}

function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function notIstanbul(what: string): GuardrailError {
  return new GuardrailError(what, {
    code: 'bad-report',
    fix: 'Name coverage-final.json or coverage-summary.json, or check `format` of the page.',
  });
}
