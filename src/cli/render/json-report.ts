import type { CheckReport } from '#kernel/records/check-report.ts';
import { FindingLines } from './finding-lines.ts';

const linesAtOnce = 500;

/** In parts. A finding and a note a line: tens of thousands are written in half the time, and a person can search and compare them. */
export function* jsonReport({ version, findings, notes, summary }: CheckReport): Generator<string> {
  const known = new FindingLines();
  yield `{"version":${version},\n"findings":`;
  yield* lines(findings, (some) => known.render(some));
  yield ',\n"notes":';
  yield* lines(notes, (some) => some.map((note) => JSON.stringify(note)).join(',\n'));
  yield `,\n"summary":${JSON.stringify(summary)}}\n`;
}

function* lines<Item>(items: readonly Item[], render: (some: readonly Item[]) => string): Generator<string> {
  for (let at = 0; at < items.length; at += linesAtOnce) yield (at === 0 ? '[\n' : ',\n') + render(items.slice(at, at + linesAtOnce));
  yield items.length === 0 ? '[]' : '\n]';
}
