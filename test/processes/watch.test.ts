import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from '#app/check.ts';
import { watch } from '#app/watch.ts';
import { watchAnswerSchema } from '#kernel/records/watch-answer.ts';
import { guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const main = path.join(root, 'src', 'cli', 'main.ts');
const patienceMs = 10_000;

const texts = [
  'eval(a);\n',
  '// FIXME\n',
  '// now!!!\nexport const b = 1;\n',
  "import './f1.ts';\n",
  "import './f2.ts';\nimport './f3.ts';\n",
  '',
];
const harness = {
  ...sampleHarness,
  'harness/guardrails/no-circles.md': guardrailPage({
    id: 'no-circles',
    priority: 'P1',
    check: 'kind: imports\ncycles: false',
    bad: "--- a.ts\nimport './b.ts';\n--- b.ts\nimport './a.ts';",
    good: "--- a.ts\nimport './b.ts';\n--- b.ts\n",
  }),
  'harness/guardrails/short.md': guardrailPage({
    id: 'short',
    priority: 'P2',
    check: 'kind: structure\nmaxLines: 3',
    bad: 'a\nb\nc\nd',
    good: 'a',
  }),
  '.gitignore': 'ignored/\n',
};

suite('tackroom check --watch', () => {
  let repository: SampleRepository;
  let env: Record<string, string | undefined>;
  const place = (name: string) => path.join(repository.root, name);

  beforeEach(() => {
    repository = sampleRepository(harness);
    for (let index = 0; index < 12; index++) repository.write({ [`src/f${index}.ts`]: texts[index % texts.length] ?? '' });
    repository.commit();
    env = cleanEnvironment(place('.git'));
  });
  afterEach(() => repository.remove());

  test('after each of a series of random changes it knows what a fresh check finds', async () => {
    const cancel = new AbortController();
    const request = { cwd: repository.root, paths: [], scope: { kind: 'all' }, priority: 'P3', env } as const;
    const state = new Set<string>();
    let told = 0;
    const watching = watch(
      request,
      (answer) => {
        told++;
        if (answer.kind === 'failed') return;
        for (const finding of answer.gone) assert.ok(state.delete(keyOf(finding)), `${keyOf(finding)} went, and was never there`);
        for (const finding of answer.appeared) assert.ok(!state.has(keyOf(finding)) && state.add(keyOf(finding)));
      },
      cancel.signal,
    );
    const ended = assert.rejects(watching, /enough/);
    const assertSame = async (when: string) => {
      const { env: _, ...fresh } = request;
      const wanted = await check(fresh, ({ report }) => report.findings.map(keyOf).sort());
      const begun = performance.now();
      while (JSON.stringify([...state].sort()) !== JSON.stringify(wanted) && performance.now() - begun < patienceMs) await wait(5);
      assert.deepEqual([...state].sort(), wanted, when);
    };
    try {
      while (told === 0) await wait(5);
      repository.git('branch', 'other');
      for (let step = 1; step <= 60; step++) {
        const name = actions[random(actions.length)]?.(step) ?? '';
        await assertSame(`step ${step}: ${name}`);
      }
    } finally {
      cancel.abort(new Error('enough'));
      await ended;
    }
  });

  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const anyFile = () => {
    const names = fs.readdirSync(place('src')).filter((name) => /\.ts$/.test(name));
    return place(`src/${names[random(names.length)]}`);
  };
  const anyText = () => (texts[random(texts.length)] ?? '') + (texts[random(texts.length)] ?? '');
  const inSteps = () => {
    const file = anyFile();
    fs.writeFileSync(file, '');
    fs.appendFileSync(file, 'ev');
    fs.appendFileSync(file, 'al(half);\n');
    return 'written in parts';
  };
  const edit = () => {
    const file = anyFile();
    fs.writeFileSync(file, anyText());
    return `edited ${path.basename(file)}`;
  };
  const replace = () => {
    fs.writeFileSync(place('src/.swap'), anyText());
    fs.renameSync(place('src/.swap'), anyFile());
    return 'replaced, as editors save';
  };
  const rename = (step: number) => {
    fs.renameSync(anyFile(), place(`src/r${step}.ts`));
    return 'renamed';
  };
  const remove = () => {
    fs.rmSync(anyFile());
    return 'removed';
  };
  const folder = (step: number) => {
    repository.write({ [`src/deep${step}/a/b.ts`]: 'eval(deep);\n' });
    if (step % 2 === 0) fs.renameSync(place(`src/deep${step}`), place(`src/moved${step}`));
    return 'a folder with folders';
  };
  const dropFolder = () => {
    const name = fs.readdirSync(place('src')).find((one) => /^(?:deep|moved)/.test(one));
    if (name !== undefined) fs.rmSync(place(`src/${name}`), { recursive: true });
    return 'a folder removed';
  };
  const ignore = (step: number) => {
    fs.appendFileSync(place('.gitignore'), `f${step % 12}.ts\nr${step}.ts\n`);
    return 'more is ignored';
  };
  const pageEdit = (step: number) => {
    const file = place('harness/guardrails/no-fixme.md');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^pattern: .*$|(?<=pattern: )\w+/m, step % 2 === 0 ? 'now' : 'FIXME'));
    return 'another rule';
  };
  const commit = () => {
    repository.commit();
    return 'commit';
  };
  const change = (step: number) => {
    repository.commit();
    repository.git('checkout', '--quiet', step % 2 === 0 ? 'other' : 'main');
    return 'another branch';
  };
  const actions = [edit, edit, edit, inSteps, replace, rename, remove, folder, dropFolder, ignore, pageEdit, commit, change];

  test('says what came and what went, survives a broken page, and ends on SIGINT with 130', async () => {
    const watching = start(['--format', 'json']);
    const first = await watching.next();
    assert.equal(first.kind === 'checked' && first.open, first.kind === 'checked' && first.appeared.length);
    fs.writeFileSync(place('src/new.ts'), 'eval(1);\n');
    const second = await watching.next();
    assert.deepEqual(second.kind === 'checked' && second.appeared.map(({ guardrail, path: file }) => [guardrail, file]), [
      ['no-eval', 'src/new.ts'],
    ]);
    const page = fs.readFileSync(place('harness/guardrails/no-eval.md'), 'utf8');
    fs.writeFileSync(place('harness/guardrails/no-eval.md'), page.replace('kind: ast', 'kind: nonsense'));
    const third = await watching.next();
    assert.match(third.kind === 'failed' ? third.message : '', /no-eval\.md/);
    fs.writeFileSync(place('harness/guardrails/no-eval.md'), page);
    await watching.next();
    fs.rmSync(place('src/new.ts'));
    const last = await watching.next();
    assert.deepEqual(last.kind === 'checked' && last.gone.map(({ path: file }) => file), ['src/new.ts']);
    assert.deepEqual(await watching.end(), { code: 130, signal: null });
  });

  test('is read by people too: a report first, then a line on how many are open, and what appeared with its remedy', async () => {
    const watching = start(['--format', 'human']);
    await watching.until(/watching \d+ files; Ctrl-C ends it/);
    fs.writeFileSync(place('src/f5.ts'), 'eval(5);\n');
    await watching.until(
      /findings open \(.*\): 1 new, 0 gone; \d+ ms\.\n\+ P1 src\/f5\.ts:1:1 \[no-eval\] Code made .*\nFix \[no-eval\]: Call/,
    );
    fs.writeFileSync(place('src/f5.ts'), '');
    await watching.until(/: 0 new, 1 gone; \d+ ms\.\n- P1 src\/f5\.ts:1:1 \[no-eval\]\n/);
    const page = fs.readFileSync(place('harness/guardrails/no-eval.md'), 'utf8');
    fs.writeFileSync(place('harness/guardrails/no-eval.md'), page.replace('kind: ast', 'kind: nonsense'));
    await watching.until(
      /a mistake:\ntackroom: harness\/guardrails\/no-eval\.md:.*\n(?:tackroom: .*\n)*tackroom: No answer until that is mended; still watching\.\n/,
    );
    fs.writeFileSync(place('harness/guardrails/no-eval.md'), page);
    await watching.until(/still watching\.\n[\s\S]*findings open \(.*\): 0 new, 0 gone;/);
    assert.deepEqual(await watching.end(), { code: 130, signal: null });
  });

  test('refuses what cannot be watched', async () => {
    for (const args of [['--fix'], ['--staged'], ['--update-baseline'], ['--format', 'sarif'], ['--format', 'json', '--output', 'x']]) {
      const ran = await repository.tackroom(['check', '--watch', ...args]);
      assert.equal(ran.code, 2, ran.stderr);
      assert.match(ran.stderr, /--watch .*\n\S/);
    }
  });

  function start(args: readonly string[]) {
    const child: ChildProcess = spawn(process.execPath, [main, 'check', '--watch', ...args], { cwd: repository.root, env });
    const ended = new Promise<object>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    let printed = '';
    let taken = 0;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const until = async (pattern: RegExp) => {
      for (const begun = performance.now(); performance.now() - begun < patienceMs; await wait(5)) if (pattern.test(printed)) return;
      child.kill('SIGKILL');
      assert.match(printed, pattern);
    };
    const next = async () => {
      taken++;
      await until(new RegExp(`(?:^\\{.*\\n[^{]*){${taken}}`, 'm'));
      return watchAnswerSchema.parse(JSON.parse(printed.split('\n').filter((line) => line.startsWith('{'))[taken - 1] ?? ''));
    };
    const end = () => {
      child.kill('SIGINT');
      return ended;
    };
    return { until, next, end };
  }
});

function keyOf({ path: file, fingerprint, guardrail }: { path: string; fingerprint: string; guardrail?: string | undefined }): string {
  return `${file} ${guardrail} ${fingerprint}`;
}
