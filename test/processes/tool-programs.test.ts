import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type CheckScope, check } from '#app/check.ts';
import { hasProgram } from '#platform/process/has-program.ts';

const bin = path.resolve(import.meta.dirname, '../../node_modules/.bin');

describe('programs that guardrails of kind tool run', () => {
  let root: string;
  let env: Record<string, string>;

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-tool-')));
    fs.mkdirSync(path.join(root, 'home'));
    env = { PATH: process.env.PATH ?? '', HOME: path.join(root, 'home'), TACKROOM_TEST_SECRET: 'secret' };
    execFileSync('git', ['init', '-q'], { cwd: root });
    write({ 'harness/harness.yaml': 'version: 1\n', '.gitignore': 'home\ncalls\ntarget\n' });
  });

  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  function write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
  }

  function page(id: string, keys: { files: string; run: string[]; output: string; rules?: string[] }): void {
    const rules = keys.rules === undefined ? '' : `  rules: ${JSON.stringify(keys.rules)}\n`;
    const front = `---\nid: ${id}\ntitle: ${id}\npriority: P1\nfiles: ["${keys.files}"]\ncheck:\n  kind: tool\n  run: ${JSON.stringify(keys.run)}\n  output: ${keys.output}\n${rules}---\n`;
    write({
      [`harness/guardrails/${id}.md`]: `${front}Our words on ${id}.\n\n## Fix\nOur remedy.\n\n## Examples\n\`\`\`json bad\n{}\n\`\`\`\n\`\`\`json good\n{}\n\`\`\`\n`,
    });
  }

  function found(
    signal?: AbortSignal,
    scope: CheckScope = { kind: 'all' },
  ): Promise<{ lines: string[]; faults: string[]; notes: string[] }> {
    const request = { cwd: root, paths: [], scope, env };
    return check(
      request,
      ({ report, faults, notes }) => ({
        lines: report.findings.map(({ path: file, range, message }) => `${file}:${range?.start.line}:${range?.start.column} ${message}`),
        faults: faults.map(({ guardrail, message }) => `${guardrail}: ${message}`),
        notes,
      }),
      signal,
    );
  }

  const script = {
    'src/a.js': 'export function run(a) {\n  debugger;\n  return a == 1;\n}\n',
    'src/odd name.js': 'debugger;\n',
    'lib/b.js': 'debugger;\n',
  };

  test('ESLint, one run for two pages', async () => {
    write({ ...script, 'eslint.config.js': 'module.exports = [{ rules: { "no-debugger": 2, eqeqeq: 1 } }];\n' });
    const run = [path.join(bin, 'eslint'), '--format', 'json', '{files}'];
    page('no-debugger', { files: 'src/**', run, output: 'eslint-json', rules: ['no-debugger'] });
    page('equality', { files: 'src/**', run, output: 'eslint-json', rules: ['eqeqeq'] });
    const { lines, faults } = await found();
    assert.deepEqual(faults, []);
    assert.deepEqual(lines.sort(), [
      "src/a.js:2:3 Our words on no-debugger. (no-debugger: Unexpected 'debugger' statement.)",
      "src/a.js:3:12 Our words on equality. (eqeqeq: Expected '===' and instead saw '=='.)",
      "src/odd name.js:1:1 Our words on no-debugger. (no-debugger: Unexpected 'debugger' statement.)",
    ]);
  });

  test('oxlint and Biome, which print SARIF', async () => {
    write({ ...script, 'biome.json': '{}' });
    page('oxlint', {
      files: 'src/**',
      run: [path.join(bin, 'oxlint'), '--format', 'sarif', '{files}'],
      output: 'sarif',
      rules: ['eslint(no-debugger)'],
    });
    page('biome', {
      files: 'lib/**',
      run: [path.join(bin, 'biome'), 'lint', '--reporter=sarif', '{files}'],
      output: 'sarif',
      rules: ['lint/suspicious/noDebugger'],
    });
    const { lines, faults } = await found();
    assert.deepEqual(faults, []);
    assert.deepEqual(lines.map((line) => line.replace(/ \(.*/, '')).sort(), [
      'lib/b.js:1:1 Our words on biome.',
      'src/a.js:2:3 Our words on oxlint.',
      'src/odd name.js:1:1 Our words on oxlint.',
    ]);
  });

  test('ruff', { skip: hasProgram('ruff', process.env) ? false : 'ruff is not installed' }, async () => {
    write({ 'a.py': 'import os\n' });
    page('ruff', {
      files: '**/*.py',
      run: ['ruff', 'check', '--output-format', 'sarif', '--no-cache', '{files}'],
      output: 'sarif',
      rules: ['F401'],
    });
    const { lines, faults } = await found();
    assert.deepEqual(faults, []);
    assert.match(lines.join(), /^a\.py:1:8 Our words on ruff\./);
  });

  test('clippy', { skip: runs('cargo', 'clippy', '--version') ? false : 'cargo clippy does not run here' }, async () => {
    env.RUSTUP_HOME = process.env.RUSTUP_HOME ?? path.join(os.homedir(), '.rustup');
    write({
      'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/main.rs': 'fn main() {\n    let x = 1;\n    return println!("{}", x);\n}\n',
    });
    const output = "{ pattern: '^(?<path>[^: ]+):(?<line>\\d+):(?<column>\\d+): (?:warning|error)[^:]*: (?<message>.*)$' }";
    page('clippy', { files: '**/*.rs', run: ['cargo', 'clippy', '--quiet', '--offline', '--message-format', 'short'], output });
    const { lines, faults } = await found();
    assert.deepEqual(faults, []);
    assert.match(lines.join(), /src\/main\.rs:3:5 Our words on clippy\. \(unneeded `return` statement/);
  });

  test('go vet', { skip: runs('go', 'version') ? false : 'Go does not run here' }, async () => {
    write({ 'go.mod': 'module a\n', 'a.go': 'package a\n\nimport "fmt"\n\nfunc A() {\n\tfmt.Printf("%d", "x")\n}\n' });
    const output = "{ pattern: '^(?:vet: )?(?<path>[^: ]+):(?<line>\\d+):(?<column>\\d+): (?<message>.*)$' }";
    page('vet', { files: '**/*.go', run: ['go', 'vet', './...'], output });
    const { lines, faults } = await found();
    assert.deepEqual(faults, []);
    assert.match(lines.join(), /^a\.go:6:\d+ Our words on vet\. \(fmt\.Printf format %d/);
  });

  test('a program gets the files in question and no secret, and is found in node_modules/.bin', async () => {
    write({ ...script, 'node_modules/.bin/lint': '#!/bin/sh\necho "$@" >> calls\nenv >> calls\n' });
    fs.chmodSync(path.join(root, 'node_modules/.bin/lint'), 0o755);
    page('own', { files: 'src/**', run: ['lint', '{files}', '-q'], output: "{ pattern: '^(?<path>never)$' }" });
    page('other', { files: '**/*.py', run: ['lint', 'idle'], output: "{ pattern: '^(?<path>never)$' }" });
    assert.deepEqual(await found(), { lines: [], faults: [], notes: [] });
    const calls = fs.readFileSync(path.join(root, 'calls'), 'utf8');
    assert.match(calls, /^src\/a\.js src\/odd name\.js -q\n/);
    assert.doesNotMatch(calls, /secret|idle/);
    assert.match(calls, /^HOME=/m);
  });

  test('a program that is missing, dies or fails is a fault with what to do, and the other pages still speak', async () => {
    write(script);
    const output = "{ pattern: '^(?<path>[^:]+)$' }";
    page('missing', { files: 'src/**', run: ['no-such-linter', '{files}'], output });
    page('dies', { files: 'src/**', run: ['sh', '-c', 'kill -9 $$'], output });
    page('fails', { files: 'src/**', run: ['sh', '-c', 'echo "no config: x" >&2; exit 2'], output });
    page('works', { files: 'src/**', run: ['sh', '-c', 'echo src/a.js; exit 1'], output });
    const { lines, faults } = await found();
    assert.deepEqual(lines, ['src/a.js:undefined:undefined Our words on works. (src/a.js)']);
    assert.equal(faults.length, 3);
    assert.match(
      faults.join('\n'),
      /missing: `no-such-linter \{files\}` did not start: there is no program no-such-linter\. Install no-such-linter/,
    );
    assert.match(faults.join('\n'), /dies: `sh -c kill -9 \$\$` died of SIGKILL/);
    assert.match(faults.join('\n'), /fails: .* ended with exit code 2 .*: no config: x/);
  });

  test('of staged files it is said that the program read the worktree', async () => {
    write(script);
    page('own', { files: 'src/**', run: ['sh', '-c', 'true'], output: "{ pattern: '^(?<path>never)$' }" });
    execFileSync('git', ['add', '--all'], { cwd: root });
    assert.match(
      (await found(undefined, { kind: 'staged' })).notes.join(),
      /^own: the program looked at the files as they are in the worktree/,
    );
  });

  test('an abort stops the program', async () => {
    write(script);
    page('slow', { files: 'src/**', run: ['sleep', '60'], output: "{ pattern: '(?<path>x)' }" });
    const startedAt = Date.now();
    await assert.rejects(found(AbortSignal.timeout(300)));
    assert.ok(Date.now() - startedAt < 10_000);
  });

  test('coverage is read from where the tests wrote it; a missing report is a fault', async () => {
    const front =
      '---\nid: covered\ntitle: Covered\npriority: P1\nfiles: ["src/**"]\ncheck:\n  kind: coverage\n  report: target/lcov.info\n  format: lcov\n  lines: 90\n---\nTest it.\n\n## Fix\nOur remedy.\n\n## Examples\n```text bad\nSF:src/x.js\nDA:1,0\nend_of_record\n```\n```text good\nSF:src/x.js\nDA:1,1\nend_of_record\n```\n';
    write({ 'src/a.js': 'run();\nrun();\n', 'harness/guardrails/covered.md': front });
    assert.deepEqual((await found()).faults, [
      'covered: target/lcov.info is not there. Run the tests with coverage first, then check again.',
    ]);
    write({ 'target/lcov.info': `SF:${root}/src/a.js\nDA:1,1\nDA:2,0\nend_of_record\n` });
    assert.deepEqual((await found()).lines, [
      'src/a.js:undefined:undefined Test it. (50 % of its lines, at least 90 %: 1 of 2; not run: 2)',
    ]);
    assert.deepEqual((await found()).notes, []);
    fs.utimesSync(path.join(root, 'target/lcov.info'), 1, 1);
    assert.match((await found()).notes.join(), /target\/lcov\.info is older than 1 of the 1 files/);
  });
});

/** A launcher of toolchains can be there without one. */
function runs(program: string, ...args: string[]): boolean {
  return hasProgram(program, process.env) && spawnSync(program, args).status === 0;
}
