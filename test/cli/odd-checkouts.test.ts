import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { guardrailPage, type SampleRepository, sampleRepository } from './sample-repository.ts';

const noEval = guardrailPage({
  id: 'no-eval',
  priority: 'P1',
  check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($A)\nfix: run($A)',
  bad: 'eval(a)',
  good: 'run(a)',
});

const structure = (id: string, check: string, files: string) =>
  guardrailPage({ id, priority: 'P1', check: `kind: structure\n${check}`, files, bad: '--- src/x.ts', good: '--- src/x.ts' });

/** What is right in a whole checkout must be right in whatever git makes of it. */
describe('checkouts of every sort', () => {
  let sample: SampleRepository;
  const folders: string[] = [];
  const at = (name: string) => path.join(sample.root, name);

  beforeEach(() => {
    sample = sampleRepository({ 'harness/guardrails/no-eval.md': noEval });
  });
  afterEach(() => {
    sample.remove();
    for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });

  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const check = async (args: string[] = [], cwd?: string) => {
    const ran = await sample.tackroom(['check', ...args, '--format', 'json'], cwd === undefined ? {} : { cwd });
    assert.ok(ran.code <= 1, ran.stderr);
    const { findings } = JSON.parse(ran.stdout);
    const found = findings.map((one: { guardrail: string; path: string }) => `${one.guardrail} ${one.path}`);
    return { found, stderr: ran.stderr };
  };
  const found = async (args: string[] = [], cwd?: string) => (await check(args, cwd)).found;

  it('sparse: what is left out is neither missing nor mended', async () => {
    sample.write({
      'harness/guardrails/needs-readme.md': structure('needs-readme', 'required: true', '["docs/README.md"]'),
      'harness/guardrails/needs-test.md': structure('needs-test', 'requires: "test/{name}.test.ts"', '["src/*.ts"]'),
      'harness/guardrails/no-core.md': guardrailPage({
        id: 'no-core',
        priority: 'P1',
        check: 'kind: imports\nforbidden:\n  - { from: ["src/**"], to: ["core/**"] }',
        bad: '--- src/x.ts\nimport "../core/y.ts";\n--- core/y.ts\n',
        good: '--- src/x.ts\n',
      }),
      'docs/README.md': '',
      'src/a.ts': 'import "../core/b.ts";\n',
      'core/b.ts': 'eval(1);\neval(2);\n',
      'test/a.test.ts': '',
    });
    const update = ['--update-baseline', '--allow-baseline-growth'];
    assert.equal((await sample.tackroom(['check', ...update])).code, 0);
    sample.commit();
    const before = fs.readFileSync(at('harness/baseline.json'), 'utf8');
    sample.git('sparse-checkout', 'set', '--no-cone', '/harness/', '/src/');
    assert.equal(fs.existsSync(at('core')), false);
    const whole = await check();
    assert.deepEqual([whole.found, whole.stderr], [[], '']);
    sample.write({ 'src/a.ts': 'import "../core/b.ts"; // edited\n' });
    for (const scope of [['--changed'], ['--staged'], ['--since', 'HEAD'], ['src/a.ts']]) assert.deepEqual(await found(scope), []);
    assert.match((await check(['--update-baseline'])).stderr, /baseline: 3 breaches accepted in 2 files\.\n$/);
    assert.equal(fs.readFileSync(at('harness/baseline.json'), 'utf8'), before);
  });

  it('names that collide but for case are two files: found, accepted, and renamed apart', async () => {
    sample.write({ 'src/A.ts': 'eval(1);\n', 'src/a.ts': 'eval(1);\n// tackroom-allow no-eval: known\neval(2);\n' });
    if (fs.readFileSync(at('src/A.ts'), 'utf8') !== 'eval(1);\n') return; // a file system to which they are one
    assert.deepEqual(await found(), ['no-eval src/A.ts', 'no-eval src/a.ts']);
    await sample.tackroom(['check', '--update-baseline', '--allow-baseline-growth']);
    sample.commit();
    sample.write({ 'src/A.ts': 'eval(1);\neval(3);\n' });
    assert.deepEqual(await found(), ['no-eval src/A.ts']);
    sample.git('checkout', '--quiet', 'src/A.ts');
    fs.rmSync(at('src/a.ts'));
    assert.match((await check()).stderr, /1 accepted breach is gone/);
    sample.git('checkout', '--quiet', 'src/a.ts');
    sample.git('mv', 'src/A.ts', 'src/B.ts');
    assert.deepEqual((await check()).found, []);
    sample.git('mv', 'src/a.ts', 'src/b.ts');
    assert.deepEqual(await check(['--staged']), { found: [], stderr: '' });
    assert.deepEqual(await check(), { found: [], stderr: '' });
  });

  it('submodules: not ours from above, a repository of their own from inside, checked out or not', async () => {
    const inner = fs.mkdtempSync(`${sample.root}-inner-`);
    folders.push(inner);
    git(inner, 'init', '--quiet', '--initial-branch=main');
    fs.mkdirSync(path.join(inner, 'harness/guardrails'), { recursive: true });
    fs.writeFileSync(path.join(inner, 'harness/guardrails/no-eval.md'), noEval);
    fs.writeFileSync(path.join(inner, 'inner.ts'), 'eval(1);\n');
    git(inner, 'add', '--all');
    git(inner, 'commit', '--quiet', '--message', 'inner');
    sample.write({ 'outer.ts': 'eval(1);\n' });
    git(sample.root, 'submodule', '--quiet', 'add', inner, 'modules/inner');
    sample.commit();
    sample.write({ 'modules/inner/more.ts': 'eval(2);\n' });
    assert.deepEqual(await found(), ['no-eval outer.ts']);
    for (const scope of [['--changed'], ['--staged'], ['--since', 'HEAD']]) assert.deepEqual(await found(scope), []);
    const below = await check(['modules/inner/inner.ts']);
    assert.deepEqual(below.found, []);
    assert.match(below.stderr, /modules\/inner\/inner\.ts was not checked: .*submodule/);
    assert.deepEqual(await found([], 'modules/inner'), ['no-eval inner.ts', 'no-eval more.ts']);
    assert.deepEqual(await found(['--changed'], 'modules/inner'), ['no-eval more.ts']);
    const clone = `${sample.root}-clone`;
    folders.push(clone);
    git(sample.root, 'clone', '--quiet', sample.root, clone);
    const inClone = path.relative(sample.root, clone);
    assert.deepEqual(await found([], inClone), ['no-eval outer.ts']);
    assert.deepEqual(await found([], `${inClone}/modules/inner`), ['no-eval outer.ts']);
    fs.rmSync(path.join(inner, 'harness'), { recursive: true });
    git(at('modules/inner'), 'rm', '-rq', 'harness');
    const none = await sample.tackroom(['check'], { cwd: 'modules/inner' });
    assert.equal(none.code, 2);
    assert.match(none.stderr, /there is no harness in .*modules\/inner\.\n.*submodule/);
  });

  it('worktrees of one repository see their own files and rules, and share what is remembered rightly', async () => {
    sample.write({ 'a.ts': 'eval(1);\n' });
    sample.commit();
    const tree = `${sample.root}-tree`;
    folders.push(tree);
    sample.git('worktree', 'add', '--quiet', '-b', 'side', tree);
    const side = path.relative(sample.root, tree);
    fs.writeFileSync(path.join(tree, 'b.ts'), 'eval(2);\n');
    fs.writeFileSync(path.join(tree, 'a.ts'), 'run(1);\n');
    for (const _ of ['found', 'remembered', 'again']) {
      assert.deepEqual(await found(), ['no-eval a.ts']);
      assert.deepEqual(await found([], side), ['no-eval b.ts']);
    }
    fs.rmSync(path.join(tree, 'harness/guardrails/no-eval.md'));
    assert.deepEqual([await found(), await found([], side)], [['no-eval a.ts'], []]);
    const state = fs.readdirSync(at('.git/state/tackroom'));
    assert.equal(state.length, 1, 'one state folder for both');
  });

  it('a repository without commits: every scope, a baseline, and fixes', async () => {
    sample.write({ 'a.ts': '\uFEFFeval(1);\r\n', 'b.ts': 'eval(2);\n' });
    sample.git('add', 'a.ts');
    assert.deepEqual(await found(), ['no-eval a.ts', 'no-eval b.ts']);
    assert.deepEqual(await found(['--changed']), ['no-eval a.ts', 'no-eval b.ts']);
    assert.deepEqual(await found(['--staged']), ['no-eval a.ts']);
    for (const revision of ['HEAD', 'main', 'v1']) {
      const since = await sample.tackroom(['check', '--since', revision]);
      assert.equal(since.code, 2);
      assert.match(since.stderr, /There is no commit on this branch yet/);
    }
    assert.equal((await sample.tackroom(['check', '--update-baseline'])).code, 0);
    assert.deepEqual(await found(), []);
    fs.rmSync(at('harness/baseline.json'));
    assert.deepEqual(await found(['--fix']), []);
    assert.equal(fs.readFileSync(at('a.ts'), 'utf8'), '\uFEFFrun(1);\r\n');
  });

  it('a shallow clone checks like another', async () => {
    sample.write({ 'a.ts': 'eval(1);\n' });
    await sample.tackroom(['check', '--update-baseline', '--allow-baseline-growth']);
    sample.commit();
    sample.write({ 'b.ts': 'eval(2);\n' });
    sample.commit();
    const clone = `${sample.root}-clone`;
    folders.push(clone);
    git(sample.root, 'clone', '--quiet', '--depth=1', `file://${sample.root}`, clone);
    const inClone = path.relative(sample.root, clone);
    assert.deepEqual(await check([], inClone), await check());
    fs.renameSync(path.join(clone, 'a.ts'), path.join(clone, 'moved.ts'));
    assert.deepEqual(await found([], inClone), ['no-eval b.ts']);
    assert.deepEqual(await found(['--since', 'HEAD'], inClone), []);
  });
});
