import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, suite, test } from 'node:test';
import { check } from '#app/check.ts';

const sources = [
  'export const a = b as any;\n',
  '// tackroom-allow no-as-any: it is a test\nexport const a = b as any;\n',
  '// tackroom-allow no-as-any\nexport const a = b as any;\nconsole.log(a)\n',
  'console.log(1)\nfunction f() {\n  console.log("😀 é"); return x as any\n}\n',
  'export const fine = 1;\n',
  'function broken( {\n  console.log(1\n',
  '// TODO later\n',
  "import './f1.tsx';\nimport './f7.tsx';\n",
  "import a from './f3.ts';\nimport { b } from '#lib/f0.ts';\nimport log from 'winston';\n",
  "export * from './n5.ts';\nrequire('./f2.js');\n",
  '',
];

/** Down, up, in circles, by an alias, of a type, and from what is no plain statement. */
const layered = (index: number) =>
  [
    `import { a } from './low${(index * 7) % 160}.ts';\nexport { b } from './high${(index * 3) % 160}';\n`,
    `import type { A } from '@/high${(index * 5) % 160}';\nconst a = require('./low${index + 2}');\n`,
    `export const a = 1;\nimport '@/low${index % 50}';\nlet b: import('./high${index + 1}').B;\n`,
    `import { /* c */ 'd e' as f } from './f0.ts';\nexport const g = <g>{\`\${await import('./low0')}\`}</g>;\n`,
  ][index % 4] ?? '';

const otherLanguages = {
  'go.mod': 'module a.example/b\n',
  'src/one/a.go': 'package one\n\nimport "a.example/b/src/two"\n',
  'src/two/b.go': 'package two\n\nimport "a.example/b/src/one"\n',
  'src/three/c.py': 'from . import d\n',
  'src/three/d.py': 'import src.three.c\n',
  'src/three/__init__.py': '',
};

const page = (id: string, check: object) =>
  `---\nid: ${id}\ntitle: ${id}\npriority: P2\nfiles: ["src/**"]\ncheck: ${JSON.stringify(check)}\n---\nBroken: ${id}.\n\n## Fix\nMend ${id}.\n\n## Examples\n\`\`\`ts bad\nx\n\`\`\`\n\`\`\`ts good\ny\n\`\`\`\n`;

const manifest = (target: string) => JSON.stringify({ name: 'sample', imports: { '#lib/*': target } });

/** Wherever a check remembers, it must say what one without a memory says. */
suite('a check with a memory says what one without says', () => {
  let folder = '';
  let root = '';
  let env: Record<string, string> = {};
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const keptFiles = () => {
    const state = path.join(folder, 'state', 'tackroom');
    const own = path.join(state, fs.readdirSync(state)[0] ?? '');
    return ['checked', 'rules'].flatMap((part) => fs.readdirSync(path.join(own, part)).map((name) => path.join(own, part, name)));
  };
  /** What the check says, without the time it took; `read` counts the files that it read. */
  const said = async (about: { memory: boolean; scope?: 'all' | 'changed' }) => {
    let read = 0;
    const request = { cwd: root, paths: [], scope: { kind: about.scope ?? 'all' }, onFile: () => read++ } as const;
    const outcome = await check(about.memory ? { ...request, env } : request, ({ report, ...rest }) => ({ report, rest }));
    const { durationMs: _, ...summary } = outcome.report.summary;
    return { read, text: JSON.stringify({ ...outcome.report, summary, notes: outcome.rest.notes, syntax: outcome.rest.syntaxNotes }) };
  };
  const assertSame = async (when: string) => assert.equal((await said({ memory: true })).text, (await said({ memory: false })).text, when);
  /** Files written within the last tenth of a second are read again: their times cannot be relied on. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

  before(() => {
    folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-kept-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    const own = fs.mkdtempSync(path.join(folder, 'case-'));
    root = path.join(own, 'repo');
    fs.mkdirSync(root);
    env = { XDG_STATE_HOME: path.join(folder, 'state'), HOME: own };
    fs.rmSync(path.join(folder, 'state'), { recursive: true, force: true });
    git('init', '--quiet', '--initial-branch=main');
    write('harness/guardrails/no-as-any.md', page('no-as-any', { kind: 'ast', language: 'typescript', rule: { pattern: '$A as any' } }));
    write(
      'harness/guardrails/no-console.md',
      page('no-console', { kind: 'ast', language: 'typescript', rule: { pattern: 'console.log($$$A)' } }),
    );
    write('harness/guardrails/no-todo.md', page('no-todo', { kind: 'text', pattern: 'TODO' }));
    write('harness/guardrails/short.md', page('short', { kind: 'structure', maxLines: 2 }));
    write('harness/guardrails/short-functions.md', page('short-functions', { kind: 'structure', maxFunctionLines: 1 }));
    write('harness/guardrails/twin.md', page('twin', { kind: 'structure', requires: '{dir}/{name}.tsx' }));
    write('harness/guardrails/must.md', page('must', { kind: 'structure', required: true }).replace('src/**', 'src/r*'));
    write('harness/guardrails/circles.md', page('circles', { kind: 'imports', cycles: false }));
    write(
      'harness/guardrails/no-lib.md',
      page('no-lib', { kind: 'imports', forbidden: [{ from: ['src/**'], to: ['src/*0.ts', 'winston'] }] }),
    );
    write('harness/guardrails/logs.md', page('logs', { kind: 'stack', concern: 'logs', allowed: ['pino'], known: ['winston'] }));
    write('package.json', manifest('./src/*'));
    for (let index = 0; index < 60; index++)
      write(`src/f${index}.${['ts', 'tsx', 'js'][index % 3]}`, sources[index % sources.length] ?? '');
    write('README.md', 'TODO: nobody looks here\n');
    write('src/binary.ts', 'x as any\0');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'first');
  });

  test('nothing is read again while nothing changes, but where a rule that looks at all files found something', async () => {
    for (const name of ['must', 'twin', 'circles', 'no-lib', 'logs']) fs.rmSync(path.join(root, `harness/guardrails/${name}.md`));
    const first = await said({ memory: true });
    assert.ok(first.read >= 60);
    await settle();
    await said({ memory: true });
    const third = await said({ memory: true });
    assert.equal(third.read, 0);
    assert.equal(third.text, first.text);
  });

  test('a touched file costs a read, an edited one is checked, a rule that changed checks all', async () => {
    await assertSame('cold');
    await settle();
    await said({ memory: true });
    fs.utimesSync(path.join(root, 'src/f0.ts'), 1, 1);
    await assertSame('touched');
    write('src/f4.tsx', 'console.log("new")\n');
    await assertSame('edited');
    write('harness/guardrails/no-todo.md', page('no-todo', { kind: 'text', pattern: 'fine' }));
    await assertSame('another rule');
    fs.rmSync(path.join(root, 'harness/guardrails/no-todo.md'));
    await assertSame('a rule less');
  });

  test('where imports lead is found again when files come or go, or a manifest says otherwise', async () => {
    write('src/f61.ts', "import '#lib/f0.ts';\n");
    await assertSame('cold');
    await settle();
    await assertSame('again');
    const before = await said({ memory: true });
    write('package.json', manifest('./other/*'));
    await assertSame('another manifest');
    assert.notEqual((await said({ memory: true })).text, before.text);
    write('other/f0.ts', '');
    await assertSame('a file that came');
    fs.rmSync(path.join(root, 'other/f0.ts'));
    write('package.json', manifest('./src/*'));
    await assertSame('as before');
    assert.equal((await said({ memory: true })).text, before.text);
  });

  test('a text of the same length and times is told from the one before', async () => {
    const file = path.join(root, 'src/f0.ts');
    fs.utimesSync(file, 1000, 1000);
    await settle();
    await said({ memory: true });
    write('src/f0.ts', 'export const a = b as xyz;\n');
    fs.utimesSync(file, 1000, 1000);
    await assertSame('same size, same modification time');
  });

  test('what git vouches for is not looked at, and what it cannot vouch for is', async () => {
    await settle();
    const first = await said({ memory: true });
    await settle();
    git('update-index', '--assume-unchanged', 'src/f1.tsx');
    write('src/new.ts', 'fine\n');
    await settle();
    await said({ memory: true });
    write('src/f1.tsx', 'console.log("hidden from git")\n');
    write('src/new.ts', 'export const a = b as any;\n');
    await assertSame('a file that git was told to overlook, and one that it does not track');
    assert.notEqual((await said({ memory: true })).text, first.text);
    git('update-index', '--no-assume-unchanged', 'src/f1.tsx');
    write('src/f0.ts', 'export const a = b as xyz;\n');
    git('add', '--all');
    await settle();
    await assertSame('another index');
    write('src/f2.js', 'console.log(2)\n');
    await assertSame('an edit beside the same index');
    git('checkout', '--quiet', 'src/f2.js');
    await assertSame('taken back');
    await settle();
    await said({ memory: true });
    const before = keptFiles().map((name) => [name, fs.readFileSync(name)] as const);
    write('src/f4.tsx', 'console.log("newer than what is kept")\n');
    git('add', '--all');
    await settle();
    await said({ memory: true });
    for (const [name, bytes] of before) {
      const now = fs.readFileSync(name);
      fs.writeFileSync(name, bytes);
      await assertSame(`${path.basename(name)} is older than the others`);
      fs.writeFileSync(name, now);
    }
  });

  test('a memory that was torn, made up or taken away counts as none', async () => {
    await assertSame('cold');
    const names = keptFiles();
    assert.ok(names.length >= 5, 'findings, imports, their hits, libraries and rules');
    for (const name of names) {
      const whole = fs.readFileSync(name, 'utf8');
      const half = whole.slice(0, whole.length / 2);
      for (const text of ['', '{', half, `${whole}x`, `${half}\n`, 'null', whole.replaceAll('src/f', 'src/g')]) {
        fs.writeFileSync(name, text);
        await assertSame(`${path.basename(name)}: ${JSON.stringify(text.slice(0, 40))}`);
      }
    }
    fs.rmSync(path.join(folder, 'state'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'state'), 'a file in its place');
    await assertSame('nowhere to keep it');
  });

  test('a harness of all kinds over many files: what is told while files are read is what is found when they are asked for', async () => {
    writeAllKinds();
    git('update-ref', '-d', 'HEAD');
    git('add', '--all');
    const findings = (kind: 'all' | 'staged') =>
      check({ cwd: root, paths: ['.'], scope: { kind }, priority: 'P3' }, ({ report }) => report.findings);
    const inBulk = await findings('all');
    assert.ok(inBulk.length > 200, `${inBulk.length} findings`);
    assert.deepEqual(await findings('staged'), inBulk, 'read from the index, nothing is searched in bulk');
    await assertSame('cold');
    await settle();
    for (let round = 1; round <= 12; round++) {
      const possible = round < 7 ? [editLayered, edit] : [edit, editLayered, addLayered, rename, remove];
      for (let count = random(4); count >= 0; count--) possible[random(possible.length)]?.(1000 * round + count);
      if (round === 8) write('tsconfig.json', JSON.stringify({ compilerOptions: { paths: { '@/*': ['./other/*'] } } }));
      await assertSame(`round ${round}`);
    }
  });

  test('200 edits, renames, removals and branch switches', async () => {
    git('branch', 'other');
    for (let step = 1; step <= 200; step++) {
      const action = actions[random(actions.length)];
      action?.(step);
      if (step % 10 === 0) await settle(); // so that what git says of its index is heeded
      if (step % 5 === 0) await said({ memory: true, scope: random(2) === 0 ? 'all' : 'changed' });
      if (step % 20 === 0) await assertSame(`after ${step} steps`);
    }
  });

  const anyFile = () => {
    const names = fs.readdirSync(path.join(root, 'src')).filter((name) => name.includes('.') && name !== 'binary.ts');
    return path.join(root, 'src', names[random(names.length)] ?? '');
  };
  const anyText = () => sources[random(sources.length)] ?? '';
  const edit = () => fs.writeFileSync(anyFile(), anyText() + anyText());
  const writeAllKinds = () => {
    const layers = [
      { name: 'low', files: ['src/low*'] },
      { name: 'high', files: ['src/high*'] },
    ];
    write('harness/guardrails/layers.md', page('layers', { kind: 'imports', layers }));
    write('harness/guardrails/names.md', page('names', { kind: 'structure', name: '^[a-qs-z]' }));
    write('harness/guardrails/no-number.md', page('no-number', { kind: 'text', pattern: '^[a-z]+\\((\\d|x)', flags: 'i' }));
    write('tsconfig.json', JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '@/*': ['src/*'] } } }));
    for (const [name, text] of Object.entries(otherLanguages)) write(name, text);
    for (let index = 0; index < 160; index++) write(`src/${index % 2 === 0 ? 'low' : 'high'}${index}.ts`, layered(index) + anyText());
  };
  const editLayered = (step: number) => write(`src/${['low', 'high'][step % 2]}${2 * random(80) + (step % 2)}.ts`, layered(random(160)));
  const addLayered = (step: number) => write(`src/low${step % 160}.ts`, layered(step));
  const add = (step: number) => write(`src/n${step}.ts`, anyText());
  const rename = (step: number) => fs.renameSync(anyFile(), path.join(root, `src/r${step}.${['ts', 'tsx', 'js', 'txt'][random(4)]}`));
  const remove = () => fs.rmSync(anyFile());
  const remanifest = (step: number) => write('package.json', manifest(step % 2 === 0 ? './src/*' : './other/*'));
  const commit = (step: number) => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', `step ${step}`);
  };
  const change = (step: number) => {
    commit(step);
    git('checkout', '--quiet', random(2) === 0 ? 'other' : 'main');
  };
  const stage = () => git('add', '--all');
  const touch = () => fs.utimesSync(anyFile(), 1000, 1000);
  /** Git says nothing of what changes in it from now on. */
  const hide = () => {
    const tracked = git('ls-files', '-z', 'src').toString('utf8').split('\0').filter(Boolean);
    git('update-index', random(2) === 0 ? '--assume-unchanged' : '--no-assume-unchanged', tracked[random(tracked.length)] ?? '');
  };
  const actions = [stage, touch, hide, edit, edit, edit, edit, add, rename, rename, remove, remanifest, commit, change];
});
