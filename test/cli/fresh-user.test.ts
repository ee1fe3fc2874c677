import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('what somebody new to it runs into', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  const page = (check: string) => guardrailPage({ id: 'mine', priority: 'P2', files: '["**"]', check, bad: 'x', good: 'y' });

  it('a page as `guardrail new` wrote it judges nobody, and says so, until it is edited', async () => {
    const { stdout } = await repository.tackroom(['guardrail', 'new', 'my-rule', '--kind', 'text']);
    assert.match(stdout, /It is not in force until its first paragraph says what goes wrong\./);
    repository.write({ 'src/a.ts': '// FIXME: this is how the sample would find it\n' });
    const json = await repository.tackroom(['check', 'src', '--format', 'json', '--priority', 'P3']);
    const { findings, notes } = checkReportSchema.parse(JSON.parse(json.stdout));
    assert.equal(findings.filter(({ guardrail }) => guardrail === 'my-rule').length, 0);
    assert.match(notes.map(({ path: at, message }) => `${at} ${message}`).join(), /my-rule\.md not in force: it is still the sample/);
    assert.match((await repository.tackroom(['check'])).stderr, /my-rule\.md: not in force/);
    const heard = () => loadHarness(repository.root, { only: 'guardrails' }).guardrails.some(({ guardrail }) => guardrail.id === 'my-rule');
    assert.equal(heard(), false);
    const file = path.join(repository.root, 'harness/guardrails/my-rule.md');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^My rule: say here.*$/m, 'A FIXME without an issue is never mended.'));
    const edited = await repository.tackroom(['check', 'src', '--format', 'json', '--priority', 'P3']);
    assert.match(edited.stdout, /"guardrail":"my-rule"/);
    assert.equal(heard(), true);
  });

  it('a broken page leaves JSON on the standard output, with the reason and the place', async () => {
    repository.write({ 'harness/guardrails/mine.md': page('kind: txt\npattern: x') });
    const { code, stdout, stderr } = await repository.tackroom(['check', '--format', 'json']);
    assert.equal(code, 2);
    const { error, findings, notes } = checkReportSchema.parse(JSON.parse(stdout));
    assert.deepEqual([error?.code, findings], ['invalid-harness', []]);
    assert.equal(notes[0]?.path, 'harness/guardrails/mine.md');
    assert.match(stderr, /the harness has /);
    assert.equal((await repository.tackroom(['check', '--format', 'human'])).stdout, '');
  });

  it('a page whose name is not its id is not tested by its id as if all were well', async () => {
    repository.write({ 'harness/guardrails/other-name.md': page('kind: text\npattern: x') });
    const tested = await repository.tackroom(['guardrail', 'test', 'mine']);
    assert.equal(tested.code, 2);
    assert.match(tested.stderr, /harness\/guardrails\/other-name\.md:\d+/);
  });

  it('a broken page does not keep others from being tested and listed', async () => {
    repository.write({ 'harness/guardrails/mine.md': page('kind: text\npattern: "("') });
    const tested = await repository.tackroom(['guardrail', 'test', 'no-eval']);
    assert.equal(tested.code, 0, tested.stderr);
    assert.equal((await repository.tackroom(['guardrail', 'test', 'mine'])).code, 2);
    assert.equal((await repository.tackroom(['guardrail', 'test'])).code, 2);
    const listed = await repository.tackroom(['guardrail', 'list']);
    assert.equal(listed.code, 2);
    assert.match(listed.stdout, /no-eval/);
    assert.match(listed.stderr, /harness\/guardrails\/mine\.md:\d+ /);
  });

  it('a language by its other name is understood in the hint', async () => {
    for (const [wrong, right] of Object.entries({ ts: 'typescript', js: 'javascript', py: 'python', 'c#': 'csharp', sh: 'bash' })) {
      repository.write({ 'harness/guardrails/mine.md': page(`kind: ast\nlanguage: "${wrong}"\nrule: { pattern: x }`) });
      assert.match((await repository.tackroom(['check'])).stderr, new RegExp(`Did you mean \`${right}\``), wrong);
    }
  });

  it('a program or a report that is missing is a matter of the configuration', async () => {
    repository.write({ 'harness/guardrails/mine.md': page('kind: tool\nrun: [no-such-program-here]\noutput: sarif'), 'a.ts': '' });
    const tool = await repository.tackroom(['check']);
    assert.deepEqual([tool.code, /no-such-program-here/.test(tool.stderr)], [2, true], tool.stderr);
    repository.write({ 'harness/guardrails/mine.md': page('kind: coverage\nreport: no/such.info\nformat: lcov\nlines: 80') });
    const coverage = await repository.tackroom(['check']);
    assert.deepEqual([coverage.code, /no\/such\.info/.test(coverage.stderr)], [2, true], coverage.stderr);
  });

  it('a file that was cut off is noted, and one that only leaves out a semicolon is not', async () => {
    repository.write({ 'src/cut.ts': 'function f() {\n  if (a) {\n    b(eval(a));\n', 'src/whole.ts': 'const a = eval(1)\nexport { a }' });
    const { stderr } = await repository.tackroom(['check', '--format', 'human']);
    assert.match(stderr, /src\/cut\.ts:\d+: syntax error/);
    assert.doesNotMatch(stderr, /whole/);
  });

  it('a manifest that cannot be read is noted where a guardrail asks for libraries', async () => {
    repository.write({
      'package.json': '{ "dependencies": {\n  "moment": "1.0.0",\n } }',
      'py/pyproject.toml': '[project]\nname = \n',
      'ok/package.json': '{}',
    });
    assert.doesNotMatch((await repository.tackroom(['check', '--format', 'human'])).stderr, /package\.json/);
    repository.write({ 'harness/guardrails/mine.md': page('kind: stack\nconcern: dates\nallowed: [date-fns]\nknown: [moment]') });
    const { notes } = checkReportSchema.parse(JSON.parse((await repository.tackroom(['check', '--format', 'json'])).stdout));
    assert.deepEqual(
      notes.filter(({ path: at }) => !at.startsWith('harness/')).map(({ path: at, line }) => [at, line]),
      [
        ['package.json', 3],
        ['py/pyproject.toml', 2],
      ],
    );
    assert.match(notes[0]?.message ?? '', /guardrails of kind stack see nothing in it/);
  });

  it('the worst finding is shown however short the text must be', async () => {
    repository.write({ 'src/a.ts': 'eval(a);\neval(b);\n' });
    const { stdout } = await repository.tackroom(['check', '--format', 'agent', '--max-chars', '60']);
    assert.match(stdout, /P1 src\/a\.ts:1:1 .*\[no-eval\]/);
    assert.match(stdout, /1 more left out/);
  });

  it('something in the way of what init writes is named with what to do', async () => {
    repository.commit();
    fs.writeFileSync(path.join(repository.root, '.claude'), 'no folder');
    const { code, stderr } = await repository.tackroom(['init', '--yes'], { env: { HOME: repository.root } });
    assert.equal(code, 2, stderr);
    assert.match(stderr, /\.claude/);
  });
});
