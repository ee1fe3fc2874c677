import type { CoverageCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit, Report, ReportContext, ReportRunner } from '../kind/check-kind.ts';
import { foldersAbove } from '../report/folders-above.ts';
import { placePaths } from '../report/place-paths.ts';
import type { FileCoverage, Share } from './file-coverage.ts';
import { lineRanges } from './line-ranges.ts';
import { mayRun } from './may-run.ts';
import { readCoverage } from './read-coverage.ts';
import { staleNotes } from './stale-notes.ts';

/** Files in question below the floors of the page, and those that the report does not know. */
export const coverageRunner: ReportRunner = {
  scope: 'report',
  checkReport(rule, report, context) {
    if (rule.check.kind !== 'coverage') return { hits: [], notes: [] };
    const { check } = rule;
    const files = filesOf(check, report, context);
    const hits = [...files].flatMap(([path, coverage]) => (context.inQuestion(path) ? belowFloors(path, coverage, check) : []));
    return { hits: [...hits, ...unknownFiles(check, files, context)], notes: staleNotes(report, files, context) };
  },
};

/** The report's files by their path in the repository. */
function filesOf(check: CoverageCheck, report: Report, context: ReportContext): Map<string, FileCoverage> {
  if (report.kind === 'absent')
    throw new GuardrailError(report.message, { code: 'no-report', facts: { report: check.report }, fix: report.fix });
  if (report.kind !== 'file') return new Map();
  const { files, sources } = readCoverage(check, report.text);
  const { isFile, root } = context;
  const about = { isFile, ...(root === undefined ? {} : { root }), bases: foldersAbove(check.report) };
  const direct = placePaths(files.keys(), about);
  const placed = new Map<string, FileCoverage>();
  for (const [written, coverage] of files) {
    const path = direct.get(written) ?? placeUnder(sources, written, about);
    if (path !== undefined) placed.set(path, coverage);
  }
  return placed;
}

/** Cobertura's files are relative to folders that it names apart. */
function placeUnder(sources: readonly string[], written: string, about: Parameters<typeof placePaths>[1]): string | undefined {
  const full = sources.map((source) => `${source.replace(/[\\/]$/, '')}/${written}`);
  const [path] = placePaths(full, about).values();
  return path;
}

function belowFloors(path: string, coverage: FileCoverage, check: CoverageCheck): Hit[] {
  return (['lines', 'branches'] as const).flatMap((kind): Hit[] => {
    const floor = check[kind];
    const percent = percentOf(coverage[kind]);
    if (floor === undefined || percent >= floor) return [];
    const { covered, total } = coverage[kind];
    const where = kind === 'lines' && coverage.missed.length > 0 ? `; not run: ${lineRanges(coverage.missed)}` : '';
    return [{ path, symbol: kind, detail: `${spoken(percent)} % of its ${kind}, at least ${floor} %: ${covered} of ${total}${where}` }];
  });
}

/** A file that no test loads is in no report, and would pass for covered. */
function unknownFiles(check: CoverageCheck, files: ReadonlyMap<string, FileCoverage>, { paths, tree }: ReportContext): Hit[] {
  return paths.flatMap((path): Hit[] => {
    const text = files.has(path) ? undefined : tree.read(path);
    return text !== undefined && mayRun(path, text)
      ? [{ path, symbol: 'unknown', detail: `not in ${check.report}: no test loads it` }]
      : [];
  });
}

function percentOf({ covered, total }: Share): number {
  return total === 0 ? 100 : (100 * covered) / total;
}

/** Rounded down, so that nothing below a floor looks as if it were on it. */
function spoken(percent: number): number {
  return Math.floor(percent * 10) / 10;
}
