import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

const deadline = guardrailPage({
  id: 'deadline',
  priority: 'P1',
  check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: fetch($URL)\nfix: fetch($URL, { signal })',
  bad: 'fetch(a)',
  good: 'fetch(a, b)\n```\n```ts fixed\nfetch(a, { signal })',
});

describe('cli/fix', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository({
      ...sampleHarness,
      'harness/guardrails/deadline.md': deadline,
      'src/a.ts': 'fetch(1);\r\nfetch(2);\r\n',
      'src/b.ts': '\uFEFFfetch(fetch(1));\neval(x);\n',
    });
    fs.chmodSync(path.join(repository.root, 'src/a.ts'), 0o755);
    repository.commit();
  });

  afterEach(() => repository.remove());

  const read = (name: string) => fs.readFileSync(path.join(repository.root, name), 'utf8');

  it('is named where a person reads of what it can mend', async () => {
    const { stdout } = await repository.tackroom(['check', '--format', 'human']);
    assert.match(stdout, /^4 can be mended with --fix; with --dry-run it shows how\.$/m);
    assert.match((await repository.tackroom(['check', 'src/a.ts', '--format', 'human'])).stdout, /^All can be mended with --fix/m);
    fs.writeFileSync(path.join(repository.root, 'src/c.ts'), Buffer.from('fetch(1); // \xe9\n', 'latin1'));
    const after = await repository.tackroom(['check', '--fix', '--format', 'human']);
    assert.match(after.stderr, /src\/c\.ts.* UTF-8/);
    assert.doesNotMatch(after.stdout, /can be mended with --fix/, 'what was refused cannot be');
  });

  it('mends what has a fix, keeps mode, line ends and byte order mark, and reports what is left', async () => {
    const ran = await repository.tackroom(['check', '--fix']);
    assert.equal(ran.code, 1);
    assert.match(ran.stderr, /fixed 4 findings in 2 files, 1 left\./);
    assert.match(ran.stdout, /no-eval/);
    assert.equal(read('src/a.ts'), 'fetch(1, { signal });\r\nfetch(2, { signal });\r\n');
    assert.equal(read('src/b.ts'), '\uFEFFfetch(fetch(1, { signal }), { signal });\neval(x);\n');
    assert.equal(fs.statSync(path.join(repository.root, 'src/a.ts')).mode & 0o777, 0o755);
    assert.deepEqual(fs.readdirSync(path.join(repository.root, 'src')).sort(), ['a.ts', 'b.ts']);
    assert.match((await repository.tackroom(['check', '--fix'])).stderr, /fixed 0 findings in 0 files, 1 left\./);
  });

  it('leaves accepted breaches, says so, and mends them with --all', async () => {
    await repository.tackroom(['check', '--update-baseline']);
    const ran = await repository.tackroom(['check', '--fix']);
    assert.equal(ran.code, 0);
    assert.match(ran.stderr, /fixed 0 findings in 0 files, 0 left\.\n.*4 accepted breaches have a fix, and were left .* with --all/);
    assert.match(read('src/a.ts'), /fetch\(1\);/);
    const all = await repository.tackroom(['check', '--fix', '--all']);
    assert.match(all.stderr, /fixed 4 findings in 2 files, 1 left\./);
    assert.equal(read('src/a.ts'), 'fetch(1, { signal });\r\nfetch(2, { signal });\r\n');
  });

  it('a dry run shows a diff that git takes, and writes nothing', async () => {
    const ran = await repository.tackroom(['check', '--fix', '--dry-run', 'src/b.ts', '--format', 'json']);
    assert.match(ran.stderr, /would change 1 file; nothing was written\./);
    assert.equal(JSON.parse(ran.stdout).findings.length, 3);
    assert.equal(repository.git('status', '--porcelain'), '');
    const human = await repository.tackroom(['check', '--fix', '--dry-run', 'src/b.ts']);
    fs.writeFileSync(path.join(repository.root, '.git/patch'), ran.stderr);
    repository.git('apply', '.git/patch');
    assert.equal(read('src/b.ts'), '\uFEFFfetch(fetch(1, { signal }), { signal });\neval(x);\n');
    assert.match(human.stdout, /^--- a\/src\/b\.ts\n\+\+\+ b\/src\/b\.ts\n/m);
  });

  it('touches only what is in question: paths, changed files, no accepted breach', async () => {
    await repository.tackroom(['check', '--fix', 'src/a.ts']);
    assert.match(read('src/b.ts'), /fetch\(fetch\(1\)\)/);
    repository.git('checkout', '--quiet', '.');
    repository.write({ 'src/c.ts': 'fetch(3);\n' });
    await repository.tackroom(['check', '--fix', '--changed']);
    assert.equal(read('src/c.ts'), 'fetch(3, { signal });\n');
    assert.match(read('src/a.ts'), /fetch\(1\)/);
    await repository.tackroom(['check', '--update-baseline']);
    repository.write({ 'src/a.ts': `${read('src/a.ts')}fetch(9);\r\n` });
    await repository.tackroom(['check', '--fix']);
    assert.equal(read('src/a.ts'), 'fetch(1);\r\nfetch(2);\r\nfetch(9, { signal });\r\n');
  });

  it('does not write what would break a rule across files', async () => {
    const imports = 'kind: imports\nforbidden:\n  - from: ["src/**"]\n    to: ["lib/**"]';
    const example = "--- src/x.ts\nimport '../lib/y.ts';\n--- lib/y.ts\nexport {};";
    repository.write({
      'harness/guardrails/no-lib.md': guardrailPage({
        id: 'no-lib',
        priority: 'P2',
        check: imports,
        bad: example,
        good: example.replace("import '../lib/y.ts';", 'x();'),
      }),
      'harness/guardrails/use-lib.md': guardrailPage({
        id: 'use-lib',
        priority: 'P2',
        check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: own($A)\nfix: "import(\'../lib/y.ts\')"',
        bad: 'own(1)',
        good: 'x()',
      }),
      'lib/y.ts': 'export {};\n',
      'src/d.ts': 'own(1);\n',
    });
    const ran = await repository.tackroom(['check', '--fix']);
    assert.equal(read('src/d.ts'), 'own(1);\n', ran.stderr);
    assert.match(ran.stderr, /src\/d\.ts:1: the fix of no-lib was not made: the fixes of this file would break no-lib/);
    assert.match(read('src/a.ts'), /signal/);
  });

  it('leaves what is no text of ours to write', async () => {
    fs.writeFileSync(path.join(repository.root, 'src/latin.ts'), Buffer.from('fetch(1); // caf\xe9\n', 'latin1'));
    const ran = await repository.tackroom(['check', '--fix']);
    assert.match(ran.stderr, /src\/latin\.ts was left as it is: .*not a text file in UTF-8/);
    assert.equal(fs.readFileSync(path.join(repository.root, 'src/latin.ts'), 'latin1'), 'fetch(1); // caf\xe9\n');
  });

  it('refuses the index, a baseline at once, and a dry run of nothing', async () => {
    for (const args of [['--fix', '--staged'], ['--fix', '--update-baseline'], ['--dry-run']]) {
      assert.equal((await repository.tackroom(['check', ...args])).code, 2, args.join(' '));
    }
  });
});
