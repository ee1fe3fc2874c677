import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { guardrailPage, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

it('a script that turns in a circle does not outlive a check that is killed', {
  skip: process.platform === 'linux' ? false : 'reads /proc',
}, async () => {
  const sample = sampleRepository({
    'harness/guardrails/own.md': guardrailPage({
      id: 'own',
      priority: 'P1',
      check: 'kind: script\nmodule: harness/own.mjs\ntimeoutMs: 60000',
      bad: 'bad',
      good: 'good',
    }),
    'harness/own.mjs': `import fs from 'node:fs';
      export default { check() { fs.writeFileSync('.git/worker', String(process.pid)); for (;;); } };`,
    'a.ts': 'bad',
  });
  try {
    const env = cleanEnvironment(path.join(sample.root, '.git'));
    const check = spawn(process.execPath, [main, 'check'], { cwd: sample.root, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => check.once('close', resolve));
    const file = path.join(sample.root, '.git', 'worker');
    const worker = await until(() => (fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) || undefined : undefined));
    check.kill('SIGKILL');
    await ended;
    assert.ok(await until(() => !isAlive(worker)), 'it goes by itself');
  } finally {
    sample.remove();
  }
});

async function until<T>(look: () => T | undefined): Promise<T> {
  for (const startedAt = performance.now(); performance.now() - startedAt < 15_000; await wait(50)) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error('waited in vain');
}

/** One that has ended and whose end nobody has asked for yet is gone as well. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
