import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import { runProcess } from '#platform/process/run-process.ts';

const cwd = os.tmpdir();
const node = (code: string) => [process.execPath, '-e', code];

test('a normal end gives its code and what it printed', async () => {
  const outcome = await runProcess(
    node("process.stdin.on('data', d => { console.log('got ' + d); console.error('err'); process.exitCode = 3 })"),
    { cwd, input: 'x' },
  );
  assert.deepEqual(outcome, { kind: 'exited', code: 3, stdout: 'got x\n', stderr: 'err\n', truncated: false });
});

test('a signal death is no exit code', async () => {
  const outcome = await runProcess(node("process.kill(process.pid, 'SIGKILL')"), { cwd });
  assert.equal(outcome.kind, 'signalled');
});

test('a program that is not there is told, not thrown', async () => {
  const outcome = await runProcess(['no-such-program-here'], { cwd });
  assert.equal(outcome.kind, 'not-started');
});

test('a timeout ends the whole group, also children that ignore SIGTERM', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)";
  const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
  const outcome = await runProcess(node(parent), { cwd, timeoutMs: 600, graceMs: 100 });
  assert.equal(outcome.kind, 'timed-out');
  const grandchild = Number(outcome.stdout);
  assert.ok(grandchild > 0);
  assert.equal(isRunning(grandchild), false);
});

test('an abort, before or during the run, cancels it', async () => {
  const early = await runProcess(node('setInterval(() => {}, 1000)'), { cwd }, AbortSignal.abort());
  assert.equal(early.kind, 'cancelled');
  const late = await runProcess(node('setInterval(() => {}, 1000)'), { cwd }, AbortSignal.timeout(100));
  assert.equal(late.kind, 'cancelled');
});

test('output is capped, and lines are told as they come', async () => {
  const lines: string[] = [];
  const outcome = await runProcess(node("console.log('a\\nb\\n' + 'c'.repeat(100000))"), {
    cwd,
    maxOutputBytes: 10,
    onLine: (line) => lines.push(line.slice(0, 3)),
  });
  assert.equal(outcome.stdout.length, 10);
  assert.equal(outcome.truncated, true);
  assert.deepEqual(lines, ['a', 'b', 'ccc']);
});

/** A process that was killed may linger as a zombie where nobody reaps orphans (a container without an init). */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) [ZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
