import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importReportSchema } from '#kernel/records/import-report.ts';
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

  it('lists drafts with what they wait for: the mistakes of the rule, too', async () => {
    sample.write({
      'more/no-alert.yml': 'id: no-alert\nlanguage: ts\nmessage: No alert.\nrule: { patern: alert($A) }\n',
      'more/no-open.yml': 'id: no-open\nlanguage: ts\nmessage: No open.\nrule: { kind: call_expresion }\n',
      'more/ci.yml': 'on: push\n',
    });
    const { code, stdout } = await sample.tackroom(['guardrail', 'import', 'more']);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /draft harness\/guardrails\/no-alert\.md\.draft {2}from more\/no-alert\.yml\n.*patern.*\n {2}it needs a `bad` and a `good` example/,
    );
    assert.match(stdout, /no-open\.yml\n.*call_expresion.*\n {2}it needs a `bad`/);
    assert.match(stdout, /0 pages whose examples hold, 2 drafts, 0 left\./);
    const listed = await sample.tackroom(['guardrail', 'list']);
    assert.match(listed.stdout, /draft, not in force {2}harness\/guardrails\/no-alert\.md\.draft\n.*patern.*\n {2}it needs a `bad`/);
    const one = await sample.tackroom(['guardrail', 'import', 'more/no-open.yml']);
    assert.match(one.stdout, /left {2}more\/no-open\.yml: no-open: .* is there already/);
  });

  it('says of a path outside of the repository that it is one', async () => {
    const { code, stderr } = await sample.tackroom(['guardrail', 'import', '../outside/sgconfig.yml']);
    assert.equal(code, 2);
    assert.match(stderr, /\.\.\/outside\/sgconfig\.yml lies outside this repository/);
  });

  it('says what it can import where there is nothing', async () => {
    const { code, stderr } = await sample.tackroom(['guardrail', 'import', 'harness']);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /there is no sgconfig\.yml, \.dependency-cruiser\.\* or eslint\.config\.\* with rules that can be imported at harness/,
    );
  });
});

describe('guardrail import of ESLint rules', () => {
  const config = `console.log('noise');
export default [
  { ignores: ['dist/'] },
  {
    plugins: { own: { rules: {}, self: () => {} } },
    rules: {
      'no-restricted-syntax': ['error', 'WithStatement', { selector: "CallExpression[callee.name='fetch']", message: 'Call the client. It retries.' }, ':statement'],
      'no-restricted-imports': ['warn', { paths: ['lodash', { name: 'moment', message: 'date-fns' }], patterns: [{ group: ['../*'], message: 'Do not import upwards.' }] }],
      'no-restricted-globals': ['error', 'event'],
      'no-console': 'error',
    },
  },
  { files: ['src/old/**/*.js'], rules: { 'no-restricted-syntax': 'off' } },
];`;

  function samples(files: Record<string, string>): SampleRepository {
    return sampleRepository({ 'harness/harness.yaml': 'version: 1\n', ...files });
  }

  it('makes pages of what ast-grep can say, with the files of the configuration, and tells the rest', async () => {
    const sample = samples({
      'eslint.config.mjs': config,
      'src/old/a.js': 'fetch(1);',
      'src/a.ts': "import '../lodash';\nfetch(1);\nclient.fetch(1);",
    });
    try {
      const { code, stdout } = await sample.tackroom(['guardrail', 'import', '.', '--format', 'json']);
      assert.equal(code, 0);
      const report = importReportSchema.parse(JSON.parse(stdout));
      assert.deepEqual(
        report.written.map(({ page }) => page.replace('harness/guardrails/', '')),
        ['no-with-statement.md', 'call-the-client.md', 'no-import-lodash.md', 'no-import-moment.md', 'do-not-import-upwards.md'],
      );
      assert.deepEqual(report.drafts, []);
      assert.match(
        report.left.map(({ why }) => why).join('\n'),
        /^no-restricted-syntax: :statement stands for more types .*\nno-restricted-globals: .*scopes.*\nno-console: built into ESLint .*kind `tool`/,
      );
      const moment = fs.readFileSync(path.join(sample.root, 'harness/guardrails/no-import-moment.md'), 'utf8');
      assert.match(moment, /^`moment` is not to be imported here\. date-fns$/m);
      assert.equal((await sample.tackroom(['guardrail', 'test'])).code, 0);
      const { findings } = JSON.parse((await sample.tackroom(['check', '--format', 'json'])).stdout);
      assert.deepEqual(
        findings.map((one: { path: string; guardrail: string; priority: string; range: { start: { line: number } } }) => [
          one.path,
          one.range.start.line,
          one.guardrail,
          one.priority,
        ]),
        [
          ['src/a.ts', 2, 'call-the-client', 'P1'],
          ['src/a.ts', 1, 'do-not-import-upwards', 'P2'],
        ],
      );
    } finally {
      sample.remove();
    }
  });

  it('reads .eslintrc with comments, its overrides and what package.json has', async () => {
    const rules = '"no-restricted-syntax": [2, "DebuggerStatement"]';
    const sample = samples({
      'a/.eslintrc': `{ // why\n "extends": "x", "overrides": [{ "files": "*.js", "excludedFiles": ["*.test.js"], "rules": { ${rules} } }] }`,
      'b/.eslintrc.yml': 'rules:\n  no-restricted-properties: [warn, { object: Math, property: pow }]\n',
      'c/package.json': `{ "eslintConfig": { "rules": { ${rules} } } }`,
    });
    try {
      const first = await sample.tackroom(['guardrail', 'import', 'a']);
      assert.match(first.stdout, /left {2}a\/\.eslintrc: extends: what another file holds/);
      const page = fs.readFileSync(path.join(sample.root, 'harness/guardrails/no-debugger-statement.md'), 'utf8');
      assert.match(page, /files: \[ a\/\*\*\/\*\.js, "!a\/\*\*\/\*\.test\.js" \]/);
      const second = await sample.tackroom(['guardrail', 'import', 'b/.eslintrc.yml']);
      assert.match(second.stdout, /1 page whose examples hold, 0 drafts, 0 left/);
      const third = await sample.tackroom(['guardrail', 'import', 'c', '--dry-run']);
      assert.match(third.stdout, /no-debugger-statement: harness\/guardrails\/no-debugger-statement\.md is there already/);
    } finally {
      sample.remove();
    }
  });

  it('asks the ESLint of the project about each example', async () => {
    const fake = `module.exports.Linter = class { verify(code) { return code.includes('debugger') ? [{}] : []; } };`;
    const sample = samples({
      'node_modules/eslint/package.json': '{ "main": "index.js" }',
      'node_modules/eslint/index.js': fake,
      '.eslintrc.json': '{ "rules": { "no-restricted-syntax": ["error", "DebuggerStatement", "EmptyStatement"] }, "overrides": [] }',
    });
    try {
      const { stdout } = await sample.tackroom(['guardrail', 'import', '.']);
      assert.match(stdout, /wrote harness\/guardrails\/no-debugger-statement\.md/);
      assert.match(stdout, /no-empty-statement\.md\.draft.*\n {2}ESLint itself finds nothing in the `bad` example/);
    } finally {
      sample.remove();
    }
  });
});
