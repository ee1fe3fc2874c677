import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import sax from 'sax';
import { guardrailPage, type SampleRepository, sampleRepository } from './sample-repository.ts';

const page = guardrailPage({
  id: 'no-eval',
  priority: 'P1',
  files: '["src/**"]',
  check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($A)\nfix: run($A)',
  bad: '--- src/a.ts\neval(a)',
  good: '--- src/a.ts\nrun(a)',
});

const names = [
  'new\nline.ts',
  'tab\tand "quotes" and \'those\'.ts',
  'back\\slash.ts',
  '-rf.ts',
  ':(exclude)magic.ts',
  '::error file=x::%0A.ts',
  '<a>&amp;]]>.ts',
  ' blank .ts',
  '#1?x=y&z.ts',
  'é\u0301\u202Egnp.ts',
  '[id].ts',
  '*.ts',
  '\u001b[31mred.ts',
].map((name) => `src/${name}`);

describe('files with odd names', { skip: process.platform === 'linux' ? false : 'other systems refuse such names' }, () => {
  let sample: SampleRepository;

  beforeEach(() => {
    sample = sampleRepository({ 'harness/guardrails/no-eval.md': page, ...Object.fromEntries(names.map((name) => [name, 'eval(1);\n'])) });
  });
  afterEach(() => sample.remove());

  const run = async (...args: string[]) => {
    const ran = await sample.tackroom(['check', ...args]);
    assert.equal(ran.code, 1, ran.stderr);
    return ran.stdout;
  };
  const sorted = (paths: readonly string[]) => [...paths].sort();

  it('are all found, in every scope, and each format says which', async () => {
    for (const scope of [[], ['--changed'], ['src']]) {
      const { findings } = JSON.parse(await run(...scope, '--format', 'json'));
      assert.deepEqual(sorted(findings.map((one: { path: string }) => one.path)), sorted(names));
    }
    const [log] = JSON.parse(await run('--format', 'sarif')).runs;
    const uris: string[] = log.results.map((one: SarifResult) => one.locations[0]?.physicalLocation.artifactLocation.uri);
    assert.deepEqual(sorted(uris.map(decodeURIComponent)), sorted(names));
    const annotations = (await run('--format', 'github')).split('\n').filter((line) => line.startsWith('::error '));
    assert.equal(annotations.length, 10, 'GitHub shows no more');
    assert.equal(failuresIn(await run('--format', 'junit')), names.length);
    const agent = (await run('--format', 'agent', '--max-chars', '9999')).split('\n').filter((line) => line.startsWith('P1 '));
    assert.equal(agent.length, names.length);
    for (const format of ['agent', 'human'])
      assert.ok(!/[\p{Cc}\p{Bidi_Control}]/u.test((await run('--format', format)).replaceAll('\n', '')), format);
  });

  it('are accepted, renamed, staged and mended like others', async () => {
    assert.equal((await sample.tackroom(['check', '--update-baseline', '--allow-baseline-growth'])).code, 0);
    sample.commit();
    for (const name of names) sample.git('mv', '--', `./${name}`, `${name}x.ts`);
    assert.equal((await sample.tackroom(['check', '--staged'])).code, 0);
    assert.equal((await sample.tackroom(['check'])).code, 0);
    fs.rmSync(path.join(sample.root, 'harness/baseline.json'));
    assert.equal((await sample.tackroom(['check', '--fix'])).code, 0);
    for (const name of names) assert.equal(fs.readFileSync(path.join(sample.root, `${name}x.ts`), 'utf8'), 'run(1);\n');
  });

  it('that are not UTF-8 are counted in every scope and format, and break nothing', async () => {
    sample.git('rm', '-rq', '--cached', '--ignore-unmatch', 'src');
    for (const name of names) fs.rmSync(path.join(sample.root, name));
    sample.write({ 'src/gone.ts': 'eval(2);\neval(3);\neval(4);\n' });
    const bad = Buffer.concat([Buffer.from(`${sample.root}/src/bad`), Buffer.from([0xff, 0xfe]), Buffer.from('.ts')]);
    fs.writeFileSync(bad, 'eval(5);\n');
    assert.equal((await sample.tackroom(['check', '--update-baseline', '--allow-baseline-growth'])).code, 0);
    fs.renameSync(path.join(sample.root, 'src/gone.ts'), path.join(sample.root, 'src/moved.ts'));
    for (const format of ['agent', 'human', 'json', 'sarif', 'github', 'junit']) await countsOne('--format', format);
    sample.commit();
    fs.writeFileSync(bad, 'eval(6);\n');
    sample.git('add', '--all');
    for (const scope of [['--staged'], ['--changed'], ['--since', 'HEAD'], ['--fix'], ['--update-baseline']]) await countsOne(...scope);
  });

  async function countsOne(...args: string[]): Promise<void> {
    const ran = await sample.tackroom(['check', ...args]);
    assert.ok(ran.code <= 1, ran.stderr);
    assert.match(ran.stderr, /1 file was not checked: the name is not UTF-8\./, args.join(' '));
  }
});

interface SarifResult {
  locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
}

/** Throws where the XML is not well-formed. */
function failuresIn(xml: string): number {
  const parser = sax.parser(true);
  let count = 0;
  parser.onopentag = ({ name }) => {
    if (name === 'failure') count++;
  };
  parser.write(xml).close();
  return count;
}
