import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { guardrailPage, type SampleRepository, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const formats = ['agent', 'human', 'json', 'sarif', 'github', 'junit'];

const harness = {
  'harness/guardrails/no-eval.md': guardrailPage({
    id: 'no-eval',
    priority: 'P1',
    check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($A)\nfix: run($A)',
    bad: 'eval(a)',
    good: 'run(a)',
  }),
  'harness/guardrails/no-todo.md': guardrailPage({
    id: 'no-todo',
    priority: 'P2',
    files: '["**/*.{ts,txt}"]',
    check: 'kind: text\npattern: TODO',
    bad: '// TODO',
    good: '// done',
  }),
  'harness/guardrails/short.md': guardrailPage({
    id: 'short',
    priority: 'P2',
    check: 'kind: structure\nmaxLines: 50',
    bad: 'a\n'.repeat(51),
    good: 'a',
  }),
  'src/plain.ts': 'eval(1);\n',
};

/** Real processes, each killed after 30 s: what hangs fails. */
describe('odd repositories', () => {
  let sample: SampleRepository;

  beforeEach(() => {
    sample = sampleRepository(harness);
  });
  afterEach(() => sample.remove());

  const at = (name: string) => path.join(sample.root, name);
  const start = (args: string[], about: { cwd?: string; PATH?: string } = {}) => {
    const { cwd = sample.root, PATH = process.env.PATH } = about;
    const env = { ...cleanEnvironment(at('.git')), PATH };
    return spawnSync(process.execPath, [main, ...args], {
      cwd,
      env,
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 30,
    });
  };
  const report = (args: string[] = [], cwd = sample.root) => {
    const ran = start(['check', ...args, '--format', 'json'], { cwd });
    assert.equal(ran.status, 1, `${ran.signal} ${ran.stderr}`);
    return checkReportSchema.parse(JSON.parse(ran.stdout));
  };
  const found = (args: string[] = [], cwd = sample.root) =>
    report(args, cwd).findings.map(({ guardrail, path: file }) => `${guardrail} ${file}`);

  it('a pipe, a folder or a link where a file was is no file, in every scope', () => {
    sample.write({ 'src/pipe.ts': 'eval(1);\n', 'src/folder.ts': 'eval(1);\n', 'src/link.ts': 'eval(1);\n' });
    sample.commit();
    for (const name of ['pipe', 'folder', 'link']) fs.rmSync(at(`src/${name}.ts`));
    execFileSync('sh', ['-c', 'mkfifo "$0"', at('src/pipe.ts')]);
    fs.mkdirSync(at('src/folder.ts'));
    fs.symlinkSync('/etc/passwd', at('src/link.ts'));
    fs.symlinkSync('loop', at('src/loop'));
    assert.deepEqual(found(), ['no-eval src/plain.ts']);
    assert.equal(start(['check', '--changed']).status, 0);
    assert.deepEqual(found(['src']), ['no-eval src/plain.ts']);
  });

  it('a pipe or a folder in the place of the harness is a mistake with a name', () => {
    for (const name of ['harness/baseline.json', 'harness/harness.yaml', 'harness/guardrails/pipe.md']) {
      execFileSync('sh', ['-c', 'mkfifo "$0"', at(name)]);
      for (const args of [['check'], ['check', '--update-baseline'], ['guardrail', 'list'], ['guardrail', 'test']]) {
        const ran = start(args);
        assert.equal(ran.status, 2, `${name} ${args}: ${ran.signal} ${ran.stdout} ${ran.stderr}`);
        assert.ok(ran.stderr.includes(name), ran.stderr);
        if (!name.endsWith('baseline.json')) break;
        if (args[1] === 'list') break;
      }
      fs.rmSync(at(name));
    }
    fs.mkdirSync(at('harness/baseline.json'));
    assert.match(start(['check']).stderr, /harness\/baseline\.json is no regular file/);
  });

  it('what is too large or may not be read is named; other odd text is read', () => {
    sample.write({
      'src/large.ts': `// TODO\n${'eval(1);\n'.repeat(300_000)}`,
      'src/line.ts': `eval(1); // ${'TODO '.repeat(10_000)}`,
      'src/megabytes.txt': 'TODO '.repeat(2_000_000),
      'src/many.txt': 'TODO\n'.repeat(130_000), // more than a call takes arguments
      'src/bom.ts': '\uFEFFeval(1);\r\n// TODO\r\n',
      'src/\nnew line.ts': 'eval(1);\n',
    });
    fs.writeFileSync(
      at('src/bytes.ts'),
      Buffer.concat([Buffer.from('eval("'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"); // TODO\n')]),
    );
    fs.writeFileSync(at('src/binary.ts'), Buffer.alloc(3_000_000));
    for (const _ of ['first', 'remembered']) {
      const { findings, notes } = report();
      const names = findings.map(({ guardrail, path: file }) => `${guardrail} ${file}`);
      for (const name of ['bom.ts', 'bytes.ts', '\nnew line.ts', 'plain.ts']) assert.ok(names.includes(`no-eval src/${name}`), name);
      assert.equal(names.filter((name) => name === 'no-todo src/many.txt').length, 130_000);
      for (const name of ['bom.ts', 'bytes.ts', 'line.ts']) assert.ok(names.includes(`no-todo src/${name}`), name);
      assert.deepEqual(notes.map(({ path: file, message }) => `${file} ${message.split(':', 1)}`).sort(), [
        'src/large.ts not checked',
        'src/line.ts ast guardrails pass over this file',
        'src/megabytes.txt not checked',
      ]);
    }
    fs.rmSync(at('src/many.txt')); // once is enough
    for (const format of formats) assert.equal(start(['check', '--format', format]).status, 1, format);
  });

  it('a root with blanks, a newline and letters of the world', () => {
    const odd = `${sample.root} é\n😀`;
    fs.renameSync(sample.root, odd);
    try {
      assert.deepEqual(found([], odd), ['no-eval src/plain.ts']);
      for (const format of formats) assert.equal(start(['check', '--changed', '--format', format], { cwd: odd }).status, 1, format);
    } finally {
      fs.rmSync(sample.root, { recursive: true, force: true });
      fs.renameSync(odd, sample.root);
    }
  });

  it('no git on the PATH, and a repository that git does not trust, are said with the remedy and exit code 2', () => {
    const ran = start(['check'], { PATH: '/nonexistent' });
    assert.equal(ran.status, 2);
    assert.match(ran.stderr, /There is no `git` on the PATH\.\nInstall git/);
    if (process.getuid?.() !== 0) return;
    execFileSync('chown', ['-R', '12345', sample.root]);
    const refused = start(['check']);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /git does not trust .*\nIf you trust it: git config --global --add safe\.directory/);
  });

  it('a worktree whose repository was moved says so', () => {
    sample.commit();
    const tree = `${sample.root}-tree`;
    const moved = `${sample.root}-moved`;
    sample.git('worktree', 'add', '--quiet', tree);
    try {
      assert.deepEqual(found([], tree), ['no-eval src/plain.ts']);
      fs.renameSync(sample.root, moved);
      const ran = start(['check'], { cwd: tree });
      assert.equal(ran.status, 2);
      assert.match(ran.stderr, /the git folder of this worktree, .*, is not there\.\nWhere .*`git worktree repair/);
    } finally {
      fs.rmSync(tree, { recursive: true, force: true });
      fs.renameSync(moved, sample.root);
    }
  });

  it('a folder that is not ours to read is named', { skip: process.getuid?.() === 0 ? 'the superuser may read all' : false }, () => {
    sample.write({ 'src/secret.ts': 'eval(1);\n' });
    fs.chmodSync(at('src/secret.ts'), 0);
    assert.deepEqual(report().notes, [{ path: 'src/secret.ts', line: 1, message: 'not checked: we may not read it' }]);
  });
});
