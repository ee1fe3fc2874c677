// Preloaded into every test process. A test that leaves a child, a timer or a socket behind fails, because the tests of
// all rooms share one process and the next one would pay; so does one that makes Node print a warning.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, beforeEach } from 'node:test';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

/** Kinds of `process.getActiveResourcesInfo()` that outlive a test only by mistake. */
const watched = ['ProcessWrap', 'Timeout', 'TCPServerWrap', 'TCPSocketWrap', 'PipeServerWrap', 'FSEventWrap', 'StatWatcher', 'Worker'];
/** What is being closed needs some turns of the loop to be gone. */
const graceMs = 1000;

const before = new Map<string, Map<string, number>>();
const warnings: Error[] = [];

process.on('warning', (warning) => warnings.push(warning));

beforeEach((test) => {
  sayWhere(nameOf(test));
  before.set(nameOf(test), countResources());
});

afterEach(async (test) => {
  const known = before.get(nameOf(test)) ?? new Map();
  before.delete(nameOf(test));
  await nextTurn(); // Node announces a warning one turn late
  const left = await settle(known);
  assert.deepEqual(left, [], 'the test left these resources open; close, kill or await them before it ends');
  failOnWarnings();
});

after(failOnWarnings);

/** For `scripts/stop-what-hangs.ts`, which finds this thread busy. */
function sayWhere(name: string): void {
  const folder = process.env.TACKROOM_TEST_AT;
  if (folder !== undefined) writeFileSync(path.join(folder, String(process.pid)), name);
}

async function settle(known: Map<string, number>): Promise<string[]> {
  const deadline = performance.now() + graceMs;
  for (let pauseMs = 1; ; pauseMs *= 2) {
    const left = newSince(known);
    if (left.length === 0 || performance.now() > deadline) return left;
    await wait(pauseMs);
  }
}

function newSince(known: Map<string, number>): string[] {
  const now = [...countResources()];
  return now.flatMap(([kind, count]) => (count > (known.get(kind) ?? 0) ? [`${kind} x ${count - (known.get(kind) ?? 0)}`] : []));
}

function countResources(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    if (watched.includes(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function failOnWarnings(): void {
  const text = warnings.splice(0).map((warning) => warning.stack ?? String(warning));
  assert.deepEqual(text, [], 'Node printed a warning; a warning in a test is one for a user');
}

function nameOf(test: { fullName?: string }): string {
  return test.fullName ?? '';
}
