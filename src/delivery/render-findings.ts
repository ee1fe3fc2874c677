import { compareText } from '#kernel/compare-text.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { worstFirst } from '#kernel/worst-first.ts';

export interface RenderOptions {
  /** Longest text, in characters. */
  maxChars: number;
  /** The command that shows what was left out. */
  seeMore: string;
  /** Put before the count on the first line; default `Tackroom:`. */
  lead?: string;
}

/**
 * Findings in an agent's words: how many and how bad, one line each with the worst first, then each guardrail's
 * remedy once. Cut by priority to `maxChars`, never inside a finding, and the worst is said however long it is; the last
 * line says what was left out.
 * Empty when there is nothing to say.
 */
export function renderFindings(findings: readonly Finding[], options: RenderOptions): string {
  if (findings.length === 0) return '';
  const sorted = worstFirst(findings);
  const head = `${options.lead ?? 'Tackroom:'} ${countFindings(sorted)}`;
  const most = Math.ceil(options.maxChars / shortestLine);
  for (let shown = Math.min(sorted.length, most); shown > 1; shown--) {
    const text = compose(sorted, shown, { head, seeMore: options.seeMore });
    if (text.length <= options.maxChars) return text;
  }
  return compose(sorted, 1, { head, seeMore: options.seeMore });
}

/** No line of a finding is shorter: bounds the search for how many fit. */
const shortestLine = 16;

/** `2 findings (1 P1, 1 P2)` */
function countFindings(findings: readonly Finding[]): string {
  const counts = new Map<Priority, number>();
  for (const { priority } of findings) counts.set(priority, (counts.get(priority) ?? 0) + 1);
  const parts = [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([priority, count]) => `${count} ${priority}`);
  return `${findings.length} finding${findings.length === 1 ? '' : 's'} (${parts.join(', ')})`;
}

function compose(sorted: readonly Finding[], shown: number, frame: { head: string; seeMore: string }): string {
  const said = sorted.slice(0, shown);
  const left = sorted.length - shown;
  const more = left === 0 ? [] : [`${left} more left out. See all: ${frame.seeMore}`];
  return [frame.head, ...said.map(renderLine), ...remedies(said), ...more].join('\n');
}

function renderLine(finding: Finding): string {
  const place = finding.range === undefined ? finding.path : `${finding.path}:${finding.range.start.line}:${finding.range.start.column}`;
  return `${finding.priority} ${oneLine(place)} ${oneLine(finding.message)} [${name(finding)}]`;
}

function remedies(findings: readonly Finding[]): string[] {
  const first = new Map(findings.map((finding) => [name(finding), finding]));
  return [...first].flatMap(([id, { fix, runbook }]) => {
    const text = [fix === undefined ? '' : shorten(oneLine(fix)), runbook === undefined ? '' : `Runbook: ${runbook}`]
      .filter((part) => part !== '')
      .join(' ');
    return text === '' ? [] : [`Fix [${id}]: ${text}`];
  });
}

function name(finding: Finding): string {
  return finding.guardrail ?? [finding.persona, finding.bullet].filter((part) => part !== undefined).join('/');
}

/** A remedy is a hint; its page has the rest. */
function shorten(text: string): string {
  if (text.length <= longestRemedy) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longestRemedy))} …`;
}

const longestRemedy = 320;

/** What would steer a terminal, or turn the text around, stands as a dot. Most texts need not be asked: V8 takes 0.2 ms to compile the question. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[ -~]*$/.test(line) ? line : line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '·').trim();
}
