import type { CheckReport } from '#kernel/records/check-report.ts';

const linesAtOnce = 500;

/** In parts. A finding and a note a line: tens of thousands are written in half the time, and a person can search and compare them. */
export function* jsonReport({ version, findings, notes, summary }: CheckReport): Generator<string> {
  yield `{"version":${version},\n"findings":`;
  yield* lines(findings);
  yield ',\n"notes":';
  yield* lines(notes);
  yield `,\n"summary":${JSON.stringify(summary)}}\n`;
}

function* lines(items: readonly object[]): Generator<string> {
  for (let at = 0; at < items.length; at += linesAtOnce) {
    const part = items.slice(at, at + linesAtOnce).map((item) => JSON.stringify(item));
    yield `${at === 0 ? '[\n' : ',\n'}${part.join(',\n')}`;
  }
  yield items.length === 0 ? '[]' : '\n]';
}
