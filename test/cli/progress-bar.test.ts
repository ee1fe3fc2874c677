import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sink } from '#cli/command.ts';
import { ProgressBar } from '#cli/progress-bar.ts';

describe('ProgressBar', () => {
  it('is silent in a short run, shows itself in a long one, and leaves nothing behind', async () => {
    const { sink, written } = terminal(true);
    const progress = new ProgressBar(sink, 'Checking');
    progress.update({ done: 1, total: 3 });
    progress.clear();
    assert.deepEqual(written, []);
    await wait(550);
    progress.update({ done: 2, total: 3 });
    progress.update({ done: 3, total: 3 });
    progress.clear();
    assert.deepEqual(written, [`\r\u001B[KChecking [${'='.repeat(20)}${' '.repeat(10)}] 2 of 3 files (66 %)`, '\r\u001B[K']);
  });

  it('writes nothing where there is no terminal, nor on one that cannot take a line back', async () => {
    const pipe = terminal(false);
    const dumb = terminal(true);
    const bars = [new ProgressBar(pipe.sink, 'Checking'), new ProgressBar(dumb.sink, 'Checking', false)];
    await wait(550);
    for (const bar of bars) bar.update({ done: 2, total: 3 });
    for (const bar of bars) bar.clear();
    assert.deepEqual([...pipe.written, ...dumb.written], []);
  });

  it('never fills a line, since a wrapped one cannot be taken back', async () => {
    const narrow = [10, 30, 45, 60, 0].map((columns) => terminal(true, columns));
    const bars = narrow.map(({ sink }) => new ProgressBar(sink, 'Checking'));
    await wait(550);
    for (const bar of bars) bar.update({ done: 1_000_000, total: 1_000_000 });
    const lines = narrow.map(({ written }) => (written[0] ?? '').slice('\r\u001B[K'.length));
    for (const [index, line] of lines.entries()) assert.ok(line.length < (narrow[index]?.sink.columns || 80), line);
    assert.equal(lines[2], 'Checking 1,000,000 of 1,000,000 files (100 %');
    assert.equal(lines[3], 'Checking [===========] 1,000,000 of 1,000,000 files (100 %)');
    assert.ok(lines[4]?.includes('[====='), 'a terminal that does not tell its width');
  });
});

function terminal(isTTY: boolean, columns?: number): { sink: Sink; written: string[] } {
  const written: string[] = [];
  return { sink: { isTTY, write: (text) => written.push(text), ...(columns === undefined ? {} : { columns }) }, written };
}
