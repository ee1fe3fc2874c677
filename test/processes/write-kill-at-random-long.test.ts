import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { parseBaseline } from '#app/baseline/parse-baseline.ts';
import { sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { deadlinePage, withDeadlines } from './deadline-page.ts';

const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const rounds = Number(process.env.TACKROOM_KILLS ?? 5);
const old = 'fetch(1);\n'.repeat(3) + '// filler\n'.repeat(200);
const mended = withDeadlines(old);

test('writers of every sort, killed whenever: each file is old or new, and the next run is right', async () => {
  const names = Array.from({ length: 120 }, (_, index) => `src/file${index}.ts`);
  const sample = sampleRepository({ 'harness/guardrails/deadline.md': deadlinePage, 'harness/harness.yaml': 'version: 1\n' });
  const read = (name: string) => fs.readFileSync(path.join(sample.root, name), 'utf8');
  const baseline = path.join(sample.root, 'harness/baseline.json');
  try {
    for (let round = 0; round < rounds; round++) {
      sample.write(Object.fromEntries(names.map((name) => [name, old])));
      const seed = Math.random();
      const writers = [['--fix'], ['--fix'], ['--update-baseline', '--allow-baseline-growth'], []].map((args, index) =>
        killed(sample.root, ['check', ...args], 300 + seed * 1500 + index * 90),
      );
      await Promise.all(writers);
      for (const name of names) assert.ok([old, mended].includes(read(name)), `${name} is half written in the round ${seed}`);
      if (fs.existsSync(baseline)) parseBaseline(fs.readFileSync(baseline, 'utf8'));
      const state = path.join(sample.root, '.git', 'state');
      const { code, stderr } = await sample.tackroom(['check', '--format', 'json'], { env: { XDG_STATE_HOME: state } });
      assert.ok(code === 0 || code === 1, stderr);
      fs.rmSync(baseline, { force: true });
      const left = await sample.tackroom(['check', '--format', 'json'], { env: { XDG_STATE_HOME: state } });
      const expected = 3 * names.filter((name) => read(name) === old).length;
      assert.equal(JSON.parse(left.stdout).summary.findings, expected, `what was kept lies in the round ${seed}`);
    }
    sample.write(Object.fromEntries(names.map((name) => [name, old])));
    assert.equal((await sample.tackroom(['check', '--update-baseline', '--allow-baseline-growth'])).code, 0);
    fs.rmSync(baseline);
    assert.equal((await sample.tackroom(['check', '--fix'])).code, 0);
    assert.ok(names.every((name) => read(name) === mended));
    const temporary = sample
      .git('status', '--porcelain', '--untracked-files=all')
      .split('\n')
      .filter((line) => line.includes('.tmp'));
    assert.deepEqual(temporary, []);
  } finally {
    sample.remove();
  }
});

async function killed(cwd: string, args: string[], afterMs: number): Promise<void> {
  const env = cleanEnvironment(path.join(cwd, '.git'));
  const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([ended, wait(afterMs)]);
  child.kill('SIGKILL');
  await ended;
}
