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

const root = path.resolve(import.meta.dirname, '..', '..');
const main = path.join(root, 'src', 'cli', 'main.ts');
const files = 300;
const old = 'fetch(1);\n'.repeat(5) + '// filler\n'.repeat(200);
const mended = withDeadlines(old);

test('a fix that is killed leaves each file old or new, and the next one finishes it', async () => {
  const names = Array.from({ length: files }, (_, index) => `src/file${index}.ts`);
  const repository = sampleRepository({
    'harness/guardrails/deadline.md': deadlinePage,
    ...Object.fromEntries(names.map((name) => [name, old])),
  });
  try {
    const texts = () => names.map((name) => fs.readFileSync(path.join(repository.root, name), 'utf8'));
    const first = path.join(repository.root, names[0] ?? '');
    let seen: string[] = [];
    for (let attempt = 0; attempt < 5 && !seen.includes(old); attempt++) {
      repository.write(Object.fromEntries(names.map((name) => [name, old]))); // all are written in 20 ms: where the kill came too late, once more
      await killWhen(repository.root, ['check', '--fix'], () => fs.statSync(first).size !== old.length);
      seen = texts();
    }
    assert.ok(seen.some((text) => text === mended) && seen.some((text) => text === old), 'killed half way');
    assert.ok(seen.every((text) => text === old || text === mended));
    const left = (pid: number) => `.0123456789abcdef.${pid}.tackroom-tmp`;
    for (const name of [`src/${left(99_999_999)}`, `lib/other/${left(99_999_999)}`, left(process.ppid), '.a.ts.99999999.tmp'])
      repository.write({ [name]: 'fetch(1);\n' });
    const ran = await repository.tackroom(['check', '--fix']);
    assert.equal(ran.code, 0, ran.stderr);
    assert.ok(texts().every((text) => text === mended));
    const untracked = repository.git('ls-files', '--others').split('\n');
    const temporary = untracked.filter((name) => name.endsWith('tmp')).sort();
    assert.deepEqual(
      temporary,
      [left(process.ppid), '.a.ts.99999999.tmp'],
      'what others left, and a writer that lives, is not ours to remove',
    );
  } finally {
    repository.remove();
  }
});

test('a baseline whose writers are killed, and that two write at once, is whole', async () => {
  const repository = sampleRepository({ 'harness/guardrails/deadline.md': deadlinePage, 'src/a.ts': 'fetch(1);\n'.repeat(200) });
  try {
    const file = path.join(repository.root, 'harness/baseline.json');
    const update = ['check', '--update-baseline', '--allow-baseline-growth'];
    await repository.tackroom(update);
    const writer = path.join(repository.root, '.git', 'writer.mjs');
    const module = path.join(root, 'src', 'app', 'baseline', 'update-baseline.ts');
    fs.writeFileSync(
      writer,
      `import { updateBaseline } from ${JSON.stringify(module)};
      const findings = (count) => Array.from({ length: count }, (_, index) => ({ path: 'src/a.ts', guardrail: 'g', fingerprint: 'v3:' + index }));
      for (let i = 0; ; i++) updateBaseline(process.argv[2], { findings: findings(1000 + (i % 7) * 500), whole: true, notRun: [], absent: new Set(), entries: [], renames: new Map(), exists: true });`,
    );
    for (let round = 0; round < 4; round++) {
      const before = fs.readFileSync(file, 'utf8');
      const writers = [0, 1].map(() => spawn(process.execPath, [writer, fs.realpathSync(repository.root)], { stdio: 'ignore' }));
      const ended = writers.map((child) => new Promise((resolve) => child.once('close', resolve)));
      await until(() => fs.readFileSync(file, 'utf8') !== before); // a start may take long
      await wait(round * 37);
      for (let look = 0; look < 20; look++) assert.equal(parseBaseline(fs.readFileSync(file, 'utf8')).length % 500, 0);
      for (const child of writers) child.kill('SIGKILL');
      await Promise.all(ended);
      assert.equal(parseBaseline(fs.readFileSync(file, 'utf8')).length % 500, 0);
    }
    await repository.tackroom(update);
    assert.equal(parseBaseline(fs.readFileSync(file, 'utf8')).length, 200);
    assert.deepEqual(fs.readdirSync(path.dirname(file)).sort(), ['baseline.json', 'guardrails']);
  } finally {
    repository.remove();
  }
});

async function until(holds: () => boolean): Promise<void> {
  for (const begun = performance.now(); !holds() && performance.now() - begun < 20_000; ) await wait(5);
}

async function killWhen(cwd: string, args: string[], ready: () => boolean): Promise<void> {
  const env = cleanEnvironment(path.join(cwd, '.git'));
  const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (child.exitCode === null && !ready()) await wait(2);
  child.kill('SIGKILL');
  await ended;
}
