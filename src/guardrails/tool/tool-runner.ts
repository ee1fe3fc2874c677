import type { ToolCheck } from '#kernel/records/guardrail.ts';
import { GuardrailError } from '../errors.ts';
import { SourceText } from '../findings/source-text.ts';
import type { Hit, ReportContext, ReportRunner } from '../kind/check-kind.ts';
import { placePaths } from '../report/place-paths.ts';
import { readOutput } from './read-output.ts';
import { spanOf } from './span-of.ts';
import type { ToolResult } from './tool-result.ts';

/** What a program found in the files in question, of the rules that the page speaks for. */
export const toolRunner: ReportRunner = {
  scope: 'report',
  checkReport(rule, report, context) {
    if (rule.check.kind !== 'tool' || report.kind === 'file') return { hits: [], notes: [] };
    const { check } = rule;
    if (report.kind === 'absent')
      throw new GuardrailError(report.message, { code: 'no-output', facts: { run: check.run }, fix: report.fix });
    const read = report.outputs.map((output) => readOutput(check, output, report.command));
    const results = read.flatMap(({ results }) => results).filter((result) => speaksFor(check, result));
    return { hits: toHits(results, context), notes: [...new Set(read.flatMap(({ notes }) => notes))].slice(0, mostNotes) };
  },
};

const mostNotes = 20;

function speaksFor({ rules }: ToolCheck, { rule }: ToolResult): boolean {
  return rules === undefined || (rule !== undefined && rules.includes(rule));
}

function toHits(results: readonly ToolResult[], context: ReportContext): Hit[] {
  const { isFile, inQuestion, root } = context;
  const about = { isFile, ...(root === undefined ? {} : { root }), bases: [''] };
  const placed = placePaths(
    results.flatMap(({ path }) => path ?? []),
    about,
  );
  const sources = new Map<string, SourceText | undefined>();
  return results.flatMap((result): Hit[] => {
    const path = placed.get(result.path ?? '');
    if (path === undefined || !inQuestion(path)) return [];
    if (!sources.has(path)) sources.set(path, sourceOf(path, context));
    const span = spanOf(result, sources.get(path));
    const detail = detailOf(result);
    return [{ path, ...(detail === '' ? {} : { detail }), ...(span === undefined ? { symbol: result.rule ?? '' } : { span }) }];
  });
}

function sourceOf(path: string, { tree }: ReportContext): SourceText | undefined {
  const text = tree.read(path);
  return text === undefined ? undefined : new SourceText(text);
}

/** The program's own words, on one line. */
function detailOf({ rule, message }: ToolResult): string {
  const words = message.replace(/\s+/g, ' ').trim();
  const short = words.length > longestDetail ? `${words.slice(0, longestDetail - 1)}…` : words;
  return [rule, short].filter((part) => part !== undefined && part !== '').join(': ');
}

const longestDetail = 200;
