import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sink } from '#cli/command.ts';
import { ProgressLine } from '#cli/progress-line.ts';

describe('ProgressLine', () => {
  it('is silent in a short run, shows itself in a long one, and leaves nothing behind', async () => {
    const { sink, written } = terminal(true);
    const progress = new ProgressLine(sink, 'Checking');
    progress.update({ done: 1, total: 3 });
    progress.clear();
    assert.deepEqual(written, []);
    await wait(550);
    progress.update({ done: 2, total: 3 });
    progress.update({ done: 3, total: 3 });
    progress.clear();
    assert.deepEqual(written, ['\r\u001B[KChecking 2 of 3 files (66 %)', '\r\u001B[K']);
  });

  it('writes nothing where there is no terminal', async () => {
    const { sink, written } = terminal(false);
    const progress = new ProgressLine(sink, 'Checking');
    await wait(550);
    progress.update({ done: 2, total: 3 });
    progress.clear();
    assert.deepEqual(written, []);
  });
});

function terminal(isTTY: boolean): { sink: Sink; written: string[] } {
  const written: string[] = [];
  return { sink: { isTTY, write: (text) => written.push(text) }, written };
}
