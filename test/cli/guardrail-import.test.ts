import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type SampleRepository, sampleRepository } from './sample-repository.ts';

const files = {
  'harness/harness.yaml': 'version: 1\n',
  'lint/sgconfig.yml': 'ruleDirs: [rules]\nutilDirs: [utils]\ntestConfigs:\n  - testDir: tests\n',
  'lint/utils/is-literal.yml': 'id: is-literal\nlanguage: TypeScript\nrule:\n  any: [{ kind: string }, { kind: number }]\n',
  'lint/rules/no-log.yml': `id: noLog
language: TypeScript
severity: error
message: |
  Nobody reads the console.
  It is lost.

  Use the logger.
note: Call \`log.info\`.
url: https://example.com/no-log
files: ['./app/**']
ignores: ['app/cli/**']
metadata: { owner: platform }
rule:
  pattern: console.log($A)
  has: { matches: is-literal, stopBy: end }
fix: log.info($A)
`,
  'lint/rules/more.yml': `id: no-eval
language: ts
message: No eval.
severity: warning
rule: { pattern: eval($A) }
---
id: no-tests
language: TypeScript
message: '# Nothing proves this.'
rule: { pattern: debugger }
---
id: wrong
language: TypeScript
message: It finds another thing.
rule: { pattern: alert($A) }
---
id: exotic
language: Elixir
rule: { pattern: a }
---
id: no-rule
`,
  'lint/tests/no-log-test.yml': `id: noLog\nvalid: [log.info(1), console.log(a)]\ninvalid:\n  - console.log("a \`\`\` b")\n`,
  'lint/tests/__snapshots__/noLog-snapshot.yml':
    'id: noLog\nsnapshots:\n  console.log("a ``` b"):\n    fixed: log.info("a ``` b")\n    labels: []\n',
  'lint/tests/no-eval-test.yml': 'id: no-eval\nvalid: [run(a)]\ninvalid: [eval(a)]\n',
  'lint/tests/wrong-test.yml': 'id: wrong\nvalid: [run(a)]\ninvalid: [confirm(a)]\n',
};

describe('guardrail import of ast-grep rules', () => {
  let sample: SampleRepository;
  before(() => {
    sample = sampleRepository(files);
  });
  after(() => sample.remove());
  const pages = () => {
    const folder = path.join(sample.root, 'harness/guardrails');
    return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  };

  it('writes nothing on a dry run, and says what it would', async () => {
    const { code, stdout } = await sample.tackroom(['guardrail', 'import', 'lint', '--dry-run']);
    assert.equal(code, 0);
    assert.match(stdout, /would write harness\/guardrails\/no-log\.md {2}from lint\/rules\/no-log\.yml/);
    assert.deepEqual(pages(), []);
  });

  it('makes pages that hold, drafts of what needs a person, and says what was lost', async () => {
    const { code, stdout } = await sample.tackroom(['guardrail', 'import', 'lint/sgconfig.yml']);
    assert.equal(code, 0);
    assert.deepEqual(pages(), ['exotic.md.draft', 'no-eval.md', 'no-log.md', 'no-tests.md.draft', 'wrong.md.draft']);
    assert.match(stdout, /no-log\.yml\n {2}did not come along, and is kept in the page as it was: metadata\n/);
    assert.match(stdout, /no-tests\.md\.draft.*\n {2}it needs a `bad` and a `good` example\n/);
    assert.match(stdout, /wrong\.md\.draft.*\n {2}line \d+, bad: should be found and is not/);
    assert.match(stdout, /exotic\.md\.draft.*\n {2}guardrails of kind ast do not know the language elixir\n/);
    assert.match(stdout, /left {2}lint\/rules\/more\.yml: it is no rule/);
    assert.match(stdout, /2 pages whose examples hold, 3 drafts, 1 left\./);
    const tested = await sample.tackroom(['guardrail', 'test']);
    assert.equal(tested.code, 0, tested.stdout);
    assert.match(tested.stdout, /All examples hold: 2 guardrails, 6 examples/);
  });

  it('keeps priority, message, remedy, files, utilities and fix', async () => {
    sample.write({ 'lint/app/a.ts': 'console.log("a");', 'lint/app/cli/b.ts': 'console.log("b");', 'a.ts': 'console.log("c");' });
    const { stdout } = await sample.tackroom(['check', '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    assert.deepEqual(
      findings.map((one: Record<string, unknown>) => [one.path, one.priority, one.message, one.fix]),
      [['lint/app/a.ts', 'P1', 'Nobody reads the console. It is lost.', 'Call `log.info`. More: https://example.com/no-log']],
    );
    const page = fs.readFileSync(path.join(sample.root, 'harness/guardrails/no-log.md'), 'utf8');
    assert.match(page, /metadata: \{ owner: platform \}/);
  });

  it('overwrites nothing', async () => {
    sample.write({ 'harness/guardrails/no-eval.md': 'mine' });
    const { stdout } = await sample.tackroom(['guardrail', 'import', 'lint']);
    assert.match(stdout, /left {2}lint\/rules\/more\.yml: no-eval: harness\/guardrails\/no-eval\.md is there already/);
    assert.match(stdout, /0 pages whose examples hold, 0 drafts/);
    assert.equal(fs.readFileSync(path.join(sample.root, 'harness/guardrails/no-eval.md'), 'utf8'), 'mine');
  });

  it('says what it can import where there is nothing', async () => {
    const { code, stderr } = await sample.tackroom(['guardrail', 'import', 'harness']);
    assert.equal(code, 2);
    assert.match(stderr, /there is no sgconfig\.yml or \.dependency-cruiser\.\* with rules at harness/);
  });
});

describe('guardrail import of dependency-cruiser rules', () => {
  const config = `console.log('noise');
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'Circles\\n hide.', from: {}, to: { circular: true } },
    { name: 'domain-alone', from: { path: '^src/(?:domain|model)/' }, to: { path: '^src/', pathNot: ['^src/(domain|model)/', '^src/log[.]ts$'] } },
    { name: 'no-web', severity: 'info', from: { path: '^src/domain', pathNot: '[.]spec[.]ts$' }, to: { path: '^src/web' } },
    { name: 'same', from: { path: '^src/([^/]+)/' }, to: { path: '^src/', pathNot: '^src/$1/' } },
    { name: 'no-dev', from: {}, to: { dependencyTypes: ['npm-dev'] } },
  ],
  allowed: [{ from: {}, to: {} }],
};`;

  it('makes pages of what globs can say, and tells the rest word for word', async () => {
    const sample = sampleRepository({ 'harness/harness.yaml': 'version: 1\n', '.dependency-cruiser.cjs': config });
    try {
      const { code, stdout } = await sample.tackroom(['guardrail', 'import', '.']);
      assert.equal(code, 0);
      assert.deepEqual(fs.readdirSync(path.join(sample.root, 'harness/guardrails')).sort(), ['domain-alone.md', 'no-circular.md'], stdout);
      assert.match(stdout, /no-web: a regular expression in it is no glob: \{"name":"no-web"/);
      assert.match(stdout, /same: a regular expression in it is no glob/);
      assert.match(stdout, /no-dev: kind imports has nothing like dependencyTypes/);
      assert.match(stdout, /allowed: kind imports names what is forbidden/);
      assert.equal((await sample.tackroom(['guardrail', 'test', '--strict', 'no-circular'])).code, 0);
      sample.write({ 'src/model/a.ts': "import '../web/b.ts';\nimport '../log.ts';", 'src/web/b.ts': '', 'src/log.ts': '' });
      const { findings } = JSON.parse((await sample.tackroom(['check', '--format', 'json'])).stdout);
      assert.deepEqual(
        findings.map((one: Record<string, unknown>) => [one.guardrail, one.path, one.priority]),
        [['domain-alone', 'src/model/a.ts', 'P2']],
      );
    } finally {
      sample.remove();
    }
  });
});
