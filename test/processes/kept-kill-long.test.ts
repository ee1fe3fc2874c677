import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from '#app/check.ts';
import { guardrailPage, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const files = 120;
const wordy = (index: number) => `import './file${(index * 7) % files}.ts';\n${'eval(a); // FIXME now!!!\n'.repeat(20)}`;
const circles = guardrailPage({
  id: 'no-circles',
  priority: 'P1',
  check: 'kind: imports\ncycles: false',
  bad: "--- a.ts\nimport './b.ts';\n--- b.ts\nimport './a.ts';",
  good: "--- a.ts\nimport './b.ts';\n--- b.ts\n",
});

suite('what a check keeps, killed while it is written', () => {
  test('is never half believed, and the next check is right', async () => {
    const sources = Object.fromEntries(Array.from({ length: files }, (_, index) => [`src/file${index}.ts`, wordy(index)]));
    const repository = sampleRepository({ ...sampleHarness, 'harness/guardrails/no-circles.md': circles, ...sources });
    const state = path.join(repository.root, '.git', 'state');
    const env = cleanEnvironment(path.join(repository.root, '.git'));
    const request = { cwd: repository.root, paths: [], scope: { kind: 'all' }, priority: 'P3' } as const;
    const found = (about: { env?: typeof env }) =>
      check({ ...request, ...about }, ({ report, notes, faults }) => JSON.stringify([report.findings, report.notes, notes, faults]));
    /** A check like any other, again and again, with other rules and another file each time, so that all is written anew. */
    const writer = path.join(repository.root, '.git', 'writer.ts');
    fs.writeFileSync(
      writer,
      `import fs from 'node:fs';
      import { check } from ${JSON.stringify(path.join(root, 'src/app/check.ts'))};
      const page = 'harness/guardrails/no-fixme.md';
      for (let i = Number(process.argv[2]); ; i++) {
        fs.writeFileSync('src/file1.ts', 'eval(' + i + ');\\n');
        if (i % 3 === 0) fs.appendFileSync(page, '\\n');
        await check({ cwd: process.cwd(), paths: [], scope: { kind: 'all' }, env: process.env }, () => fs.writeSync(1, '.'));
      }`,
    );
    try {
      const seen = new Set<string>();
      for (let round = 0; round < 3; round++) {
        const child = spawn(process.execPath, [writer, String(round * 1000)], {
          cwd: repository.root,
          env,
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = new Promise((resolve) => child.once('close', resolve));
        await checksOf(child.stdout, round % 3); // the first check of a process writes most
        await killAmidWrite(state, child);
        await ended;
        for (const name of listAll(state)) seen.add(name.replace(/.*\.(\w+)$/, '$1'));
        assert.equal(await found({ env }), await found({}), `round ${round}`);
        assert.equal(await found({ env }), await found({}), `round ${round}, again`);
      }
      assert.ok(seen.has('tmp'), 'no round killed it while it was writing');
      for (const name of leftovers(state)) fs.utimesSync(path.join(state, name), 1000, 1000);
      repository.write({ 'src/file2.ts': 'eval(2);\n' });
      repository.write({ 'harness/guardrails/no-circles.md': `${circles}\n` });
      await found({ env });
      assert.deepEqual(leftovers(state), [], 'what killed writers left is cleared away');
    } finally {
      repository.remove();
    }
  });
});

/** Waits until so many checks have said that they are done. */
async function checksOf(dots: Readable, checks: number): Promise<void> {
  for (let done = 0; done < checks; )
    done += await new Promise<number>((resolve) => dots.once('data', (some: Buffer) => resolve(some.length)));
}

/** Holds the writer when something is being written, lets it go on where that came too late, and ends it where it did not. */
async function killAmidWrite(state: string, child: ReturnType<typeof spawn>): Promise<void> {
  const begun = performance.now();
  const before = leftovers(state).length;
  while (performance.now() - begun < 20_000) {
    if (isWriting(state, before)) {
      child.kill('SIGSTOP');
      await wait(2);
      if (isWriting(state, before)) break;
      child.kill('SIGCONT');
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  child.kill('SIGKILL');
}

/** Looks many times in a row: a file is written in a tenth of a millisecond. */
function isWriting(state: string, before: number): boolean {
  const folders = fs.globSync(path.join(state, 'tackroom', '*', '{checked,rules}'));
  const count = () => folders.reduce((sum, folder) => sum + fs.readdirSync(folder).filter((name) => name.endsWith('.tmp')).length, 0);
  for (let look = 0; look < 500; look++) if (count() > before) return true;
  return false;
}

function leftovers(state: string): string[] {
  return listAll(state).filter((name) => name.endsWith('.tmp'));
}

function listAll(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
}
