import { appendFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { spec } from 'node:test/reporters';

/** What the runner says through a reporter, as far as we look. */
interface RunnerEvent {
  type: string;
  data: { nesting?: number; message?: string; file?: string; counts?: Record<string, number>; duration_ms?: number };
}

const closingLine = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** The `spec` reporter without its closing lines. Their numbers go to a file, so that two runs can be closed as one. */
export default async function* reportWithoutTotals(events: AsyncIterable<RunnerEvent>): AsyncGenerator<unknown> {
  yield* Readable.from(keepTotals(events)).pipe(new spec());
}

async function* keepTotals(events: AsyncIterable<RunnerEvent>): AsyncGenerator<RunnerEvent> {
  for await (const event of events) {
    const { data, type } = event;
    if (type === 'test:summary' && data.file === undefined) keep({ ...data.counts, durationMs: data.duration_ms ?? 0 });
    if (type === 'test:diagnostic' && data.nesting === 0 && closingLine.test(data.message ?? '')) continue;
    yield event;
  }
}

function keep(totals: Record<string, number>): void {
  const file = process.env.TACKROOM_TEST_TOTALS;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(totals)}\n`);
}
