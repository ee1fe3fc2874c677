import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { circlesHarness, guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

const legacy = ['export function load(text: string) {', '  // FIXME: dangerous', '  return eval(text);', '}', ''].join('\n');
const filler = Array.from({ length: 30 }, (_, index) => `export const value${index} = ${index};\n`).join('');

describe('cli/baseline', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository({ ...sampleHarness, 'src/legacy.ts': legacy + filler });
    repository.commit();
  });

  afterEach(() => repository.remove());

  const baseline = () => fs.readFileSync(path.join(repository.root, 'harness/baseline.json'), 'utf8');
  const adopt = async () => {
    const ran = await repository.tackroom(['check', '--update-baseline']);
    assert.equal(ran.code, 0, ran.stdout);
    repository.commit();
    return ran;
  };
  const check = async (...args: string[]) => {
    const ran = await repository.tackroom(['check', '--format', 'json', ...args]);
    assert.notEqual(ran.stdout, '', ran.stderr);
    const report = JSON.parse(ran.stdout);
    const found = report.findings.map((one: { guardrail?: string; path: string }) => `${one.guardrail ?? 'gate'} ${one.path}`);
    return { code: ran.code, found, accepted: report.summary.accepted, stderr: ran.stderr };
  };

  it('accepts the breaches of today once, and reports new ones only', async () => {
    const ran = await adopt();
    assert.match(ran.stderr, /baseline: 2 breaches accepted in 1 file \(2 more\)\./);
    assert.match(ran.stdout, /2 accepted in the baseline/);
    assert.deepEqual(await check(), { code: 0, found: [], accepted: 2, stderr: '' });
    repository.write({ 'src/new.ts': 'eval(a);\n' });
    assert.deepEqual((await check()).found, ['no-eval src/new.ts']);
    assert.deepEqual((await check('--changed')).found, ['no-eval src/new.ts']);
  });

  it('knows an accepted circle from whichever of its files it is seen, and finds a further one through them', async () => {
    const circle = { 'src/a.ts': "import './b';\n", 'src/b.ts': "import './a';\n" };
    repository.write({ ...circlesHarness, ...circle });
    await adopt();
    assert.deepEqual((await check()).found, []);
    for (const file of ['src/a.ts', 'src/b.ts']) assert.deepEqual((await check(file)).found, [], file);
    repository.write({ 'src/b.ts': `${circle['src/b.ts']}// a comment\n` });
    assert.deepEqual((await check('--changed')).found, []);
    repository.write({ 'src/0.ts': "import './a';\n", 'src/a.ts': `import './0';\n${circle['src/a.ts']}` });
    assert.deepEqual((await check()).found, ['no-circles src/0.ts', 'no-circles src/a.ts']);
    assert.deepEqual((await check('src/a.ts')).found, ['no-circles src/a.ts']);
  });

  it('knows an accepted breach after it moved, was reformatted, and its file was renamed', async () => {
    await adopt();
    const changed = `// head\n\n${legacy.replace('eval(text)', 'eval(\n    text,\n  )').replaceAll('  ', '\t')}${filler}`;
    fs.rmSync(path.join(repository.root, 'src/legacy.ts'));
    repository.write({ 'lib/old name.ts': changed });
    assert.deepEqual(await check(), { code: 0, found: [], accepted: 2, stderr: '' }, 'untracked');
    repository.git('add', '--all');
    assert.deepEqual((await check('--staged')).found, [], 'staged');
    repository.commit();
    repository.write({ 'README.md': 'more\n' });
    repository.commit();
    assert.deepEqual((await check()).found, [], 'two commits later');
    assert.equal((await check('lib')).accepted, 2, 'a folder');
    const ran = await repository.tackroom(['check', '--update-baseline']);
    assert.match(ran.stderr, /2 breaches accepted in 1 file\./);
    assert.match(baseline(), /"path":"lib\/old name\.ts"/);
    assert.deepEqual((await check()).found, [], 'moving an entry is no growth');
  });

  it('counts equal breaches in two files apart', async () => {
    await adopt();
    repository.write({ 'src/copy.ts': legacy + filler });
    assert.deepEqual((await check()).found, ['no-eval src/copy.ts', 'no-fixme src/copy.ts']);
    const twice = legacy.replace('return', 'eval(text);\n  return');
    repository.write({ 'src/legacy.ts': twice + filler });
    assert.deepEqual((await check('src/legacy.ts')).found, ['no-eval src/legacy.ts']);
  });

  it('says what is gone, and takes it out', async () => {
    await adopt();
    repository.write({ 'src/legacy.ts': legacy.replace('eval', 'run') + filler });
    const { code, stderr } = await check();
    assert.equal(code, 0);
    assert.match(stderr, /1 accepted breach is gone\..*--update-baseline/);
    assert.equal((await check('--changed')).stderr, '', 'a part of the files proves nothing');
    const ran = await repository.tackroom(['check', '--update-baseline']);
    assert.match(ran.stderr, /1 breach accepted in 1 file \(1 gone\)\./);
    repository.commit();
    repository.write({ 'src/legacy.ts': legacy + filler });
    assert.deepEqual((await check()).found, ['no-eval src/legacy.ts'], 'what was taken out does not come back');
  });

  it('may only shrink, unless a person says so', async () => {
    await adopt();
    repository.write({ 'src/new.ts': 'eval(a);\n' });
    const refused = await repository.tackroom(['check', '--update-baseline']);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /1 new breach was not accepted/);
    assert.doesNotMatch(baseline(), /new\.ts/);
    const allowed = await repository.tackroom(['check', '--update-baseline', '--allow-baseline-growth']);
    assert.equal(allowed.code, 0);
    const agent = await repository.tackroom(['check', '--allow-baseline-growth'], { env: { CLAUDECODE: '1' } });
    assert.equal(agent.code, 2, 'an agent is no person');
    assert.deepEqual((await check()).found, ['gate harness/baseline.json']);
    assert.equal((await check()).code, 1);
    assert.equal((await check('--changed')).code, 1);
    assert.equal((await check('--allow-baseline-growth')).code, 0);
    repository.git('add', '--all');
    assert.deepEqual((await check('--staged')).found, ['gate harness/baseline.json']);
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit();
    assert.deepEqual((await check('--since', 'main')).found, ['gate harness/baseline.json']);
    const human = await repository.tackroom(['check', '--since', 'main']);
    assert.match(human.stdout, /grown by 1 breach of no-eval/);
  });

  it('an update takes out what was written in by hand', async () => {
    await adopt();
    repository.write({ 'src/new.ts': 'eval(a);\n' });
    await repository.tackroom(['check', '--update-baseline', '--allow-baseline-growth']);
    await repository.tackroom(['check', '--update-baseline']);
    assert.deepEqual((await check()).found, ['no-eval src/new.ts']);
  });

  it('a new guardrail may accept what it finds on its first day', async () => {
    await adopt();
    const page = guardrailPage({ id: 'no-load', priority: 'P1', check: 'kind: text\npattern: load', bad: 'load', good: 'x' });
    repository.write({ 'harness/guardrails/no-load.md': page });
    assert.deepEqual((await check()).found, ['no-load src/legacy.ts']);
    assert.equal((await repository.tackroom(['check', '--update-baseline'])).code, 0);
    assert.equal((await check()).code, 0);
  });

  it('is not emptied by a removal of the file and a fresh start', async () => {
    await adopt();
    fs.rmSync(path.join(repository.root, 'harness/baseline.json'));
    repository.write({ 'src/new.ts': 'eval(a);\n' });
    assert.equal((await repository.tackroom(['check', '--update-baseline'])).code, 1);
    assert.doesNotMatch(baseline(), /new\.ts/);
  });

  it('works before the first commit, and writes nothing where nothing is broken', async () => {
    const fresh = sampleRepository({ ...sampleHarness, 'src/a.ts': 'run();\n' });
    try {
      assert.equal((await fresh.tackroom(['check', '--update-baseline'])).code, 0);
      assert.ok(!fs.existsSync(path.join(fresh.root, 'harness/baseline.json')));
      fresh.write({ 'src/a.ts': 'eval(a);\n' });
      assert.equal((await fresh.tackroom(['check', '--update-baseline'])).code, 0);
      assert.equal((await fresh.tackroom(['check'])).code, 0);
      fresh.write({ 'src/b.ts': 'eval(b);\n' });
      const again = await fresh.tackroom(['check', '--update-baseline']);
      assert.deepEqual([again.code, /1 new breach was not accepted: the baseline may only shrink/.test(again.stderr)], [1, true]);
      assert.equal((await fresh.tackroom(['check', '--update-baseline', '--allow-baseline-growth'])).code, 0);
    } finally {
      fresh.remove();
    }
  });

  it('refuses what it cannot read, and a part of the files', async () => {
    repository.write({ 'harness/baseline.json': '{\n  "version": 1,\n  "accepted": [\n    {"path":1}\n  ]\n}\n' });
    const ran = await repository.tackroom(['check']);
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /harness\/baseline\.json:4: the baseline has an entry without a path/);
    assert.equal((await repository.tackroom(['check', '--update-baseline', 'src'])).code, 2);
    assert.equal((await repository.tackroom(['check', '--update-baseline', '--changed'])).code, 2);
  });
});
