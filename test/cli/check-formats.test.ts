import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { validSarif } from './render/sarif-schema.ts';
import { type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('formats of tackroom check for other programs', () => {
  const broken = {
    'src/run.ts': 'export function run(text: string) {\n  // FIXME: dangerous\n\treturn eval(text);\n}\n',
    'src/allowed.ts': '// tackroom-allow no-eval: the console of the sandbox\neval(x);\n',
    'src/torn.ts': 'eval = ;\nconst = 1;\n',
  };

  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
    repository.write(broken);
  });

  afterEach(() => repository.remove());

  it('sarif: findings, guardrails and notes, and nothing but the log on stdout', async () => {
    const ran = await repository.tackroom(['check', '--format', 'sarif']);
    assert.equal(ran.code, 1);
    assert.equal(ran.stderr, '');
    const [run] = validSarif(ran.stdout).runs;
    assert.deepEqual(
      run?.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level]),
      [
        ['no-eval', 0, 'error'],
        ['no-fixme', 1, 'warning'],
      ],
    );
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }) => id),
      ['no-eval', 'no-fixme', 'no-shouting'],
    );
    const [invocation] = run.invocations;
    assert.equal(invocation?.executionSuccessful, true);
    assert.ok(invocation.toolExecutionNotifications.some(({ message }) => message.text.includes('syntax error')));
  });

  it('sarif --all: what is suppressed, with its reason', async () => {
    const ran = await repository.tackroom(['check', '--format', 'sarif', '--all']);
    const results = validSarif(ran.stdout).runs[0]?.results ?? [];
    assert.deepEqual(results.map(({ suppressions }) => suppressions?.[0]?.justification).filter(Boolean), ['the console of the sandbox']);
    assert.equal(results.at(-1)?.locations[0]?.physicalLocation.artifactLocation.uri, 'src/allowed.ts');
  });

  it('sarif: what the fix of a guardrail would write, and where', async () => {
    const page = sampleHarness['harness/guardrails/no-eval.md'] ?? '';
    const fixed = page.replace('  rule:', '  fix: run($CODE)\n  rule:').replace('```ts good', '```ts fixed\nrun(text);\n```\n```ts good');
    repository.write({ 'harness/guardrails/no-eval.md': fixed, 'src/two.ts': 'eval(b); eval(a);\n' });
    const ran = await repository.tackroom(['check', 'src/two.ts', '--format', 'sarif']);
    const results = validSarif(ran.stdout).runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ fixes }) => fixes?.[0]?.artifactChanges[0]?.replacements),
      [
        [{ deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 8 }, insertedContent: { text: 'run(b)' } }],
        [{ deletedRegion: { startLine: 1, startColumn: 10, endLine: 1, endColumn: 17 }, insertedContent: { text: 'run(a)' } }],
      ],
    );
  });

  it('junit: a failure a finding, a case for the guardrail that nothing breaks', async () => {
    const ran = await repository.tackroom(['check', '--format', 'junit']);
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /<testsuites name="tackroom" tests="3" failures="2" errors="0" skipped="0" time="\d+\.\d{3}">/);
    assert.match(
      ran.stdout,
      /<testcase classname="tackroom.no-eval" name="src\/run.ts:3:9" file="src\/run.ts" line="3" time="0"><failure /,
    );
    assert.match(
      (await repository.tackroom(['check', '--format', 'junit', '--all'])).stdout,
      /tests="4" failures="2" errors="0" skipped="1"/,
    );
  });

  it('github: chosen in GitHub Actions, and named; an agent, a terminal, and who asks for another come first', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    const ran = await repository.tackroom(['check'], { env });
    assert.equal(ran.code, 1);
    const lines = ran.stdout.trimEnd().split('\n');
    assert.ok(
      lines[0]?.startsWith('::error file=src/run.ts,line=3,endLine=3,col=9,endColumn=19,title=P1 no-eval::src/run.ts:3:9 Code'),
      lines[0],
    );
    assert.deepEqual(lines.slice(2), [
      'Tackroom: 2 findings (1 P1, 1 P2) in 3 files, 3 guardrails applied.',
      'Format: github (because GITHUB_ACTIONS is set); others: --format human, --format sarif.',
    ]);
    assert.match(ran.stderr, /src\/torn\.ts:\d+: syntax error/);
    const asked = await repository.tackroom(['check', '--format', 'github']);
    assert.ok(!asked.stdout.includes('Format:'), asked.stdout);
    const agent = await repository.tackroom(['check'], { env: { ...env, CLAUDECODE: '1' } });
    assert.match(agent.stdout, /^Tackroom \(format agent/);
    assert.match((await repository.tackroom(['check'], { env, tty: true })).stdout, /Format: human/);
    assert.match((await repository.tackroom(['check', '--format', 'human'], { env })).stdout, /^src\/run\.ts\n/);
  });

  it('--output: the report into a file, a line about it to stdout', async () => {
    const file = path.join(repository.root, 'out', 'tackroom.sarif');
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, 'what was here before');
    const ran = await repository.tackroom(['check', '--format', 'sarif', '--output', '../out/tackroom.sarif'], { cwd: 'src' });
    assert.deepEqual([ran.code, ran.stdout], [1, 'Wrote 2 findings as sarif to ../out/tackroom.sarif.\n']);
    assert.equal(validSarif(fs.readFileSync(file, 'utf8')).runs[0]?.results.length, 2);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['tackroom.sarif'], 'nothing is left beside it');
  });

  it('--output: refuses what it cannot do, and says what to do', async () => {
    const guess = await repository.tackroom(['check', '--output', 'x.sarif']);
    assert.equal(guess.code, 2);
    assert.match(guess.stderr, /^tackroom: --output needs --format.*\nSay it, such as --format sarif --output x\.sarif\./);
    const nowhere = await repository.tackroom(['check', '--format', 'junit', '--output', 'no/such/x.xml']);
    assert.equal(nowhere.code, 2);
    assert.match(
      nowhere.stderr,
      /^tackroom: the report could not be written to no\/such\/x\.xml: ENOENT.*\nName a file, in a folder that is there/,
    );
  });
});
