import type { Report, ReportContext } from '../kind/check-kind.ts';
import { countLines } from '../structure/count-lines.ts';
import type { FileCoverage } from './file-coverage.ts';

/** A clock of a file system may count in steps of two seconds. */
const toleranceMs = 2_000;

/** What tells that the report was written for other text than that of the files in question. */
export function staleNotes(report: Report, files: ReadonlyMap<string, FileCoverage>, context: ReportContext): string[] {
  if (report.kind !== 'file') return [];
  const spokenOf = context.paths.filter((path) => files.has(path));
  const stale = spokenOf.filter((path) => isNewer(path, report, context) || isShorter(path, files, context));
  const [first] = stale;
  if (first === undefined) return [];
  const what = `${report.path} is older than ${stale.length} of the ${spokenOf.length} files in question that it speaks of (${first}${stale.length > 1 ? ', ...' : ''})`;
  return [`${what}: run the tests with coverage again.`];
}

function isNewer(path: string, report: Extract<Report, { kind: 'file' }>, { modifiedMs }: ReportContext): boolean {
  const changed = modifiedMs?.(path);
  return changed !== undefined && report.writtenMs !== undefined && changed > report.writtenMs + toleranceMs;
}

/** The report names lines that the file does not have any more. */
function isShorter(path: string, files: ReadonlyMap<string, FileCoverage>, { tree }: ReportContext): boolean {
  const last = files.get(path)?.lastLine ?? 0;
  const text = last === 0 ? undefined : tree.read(path);
  // Some writers count the empty line after the last newline.
  return text !== undefined && last > countLines(text) + 1;
}
