// What a user gets: the package as npm packs it, installed in an empty repository, run by the oldest Node that it allows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import type { Outcome } from '#platform/process/run-process.ts';
import { noOldestNode, PackedPackage } from './packed-package.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('the published package', () => {
  const user = new PackedPackage();
  const { installed } = user;

  before(() => user.install());
  after(() => user.remove());

  it('holds what it needs and nothing else', () => {
    const { files } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    const tops = files.map((file: string) => file.split('/')[0]);
    assert.deepEqual(fs.readdirSync(installed).sort(), [...new Set([...tops, 'LICENSE', 'README.md', 'package.json'])].sort());
    assert.deepEqual(fs.readdirSync(path.join(installed, 'bin')).sort(), ['package.json', 'tackroom']);
    for (const file of ['dist/cli/main.js', 'dist/hook-first.cjs', 'dist/hook-engine.cjs', 'dist/hook-compiler.cjs', 'harness/hook.mjs']) {
      assert.ok(fs.existsSync(path.join(installed, file)), `${file} is missing`);
    }
  });

  it('leaves its user the Node that was there', () => {
    const modules = path.dirname(installed);
    assert.equal(
      fs.existsSync(path.join(modules, '.bin', 'node')),
      false,
      'node_modules/.bin/node shadows the own one in every npm script',
    );
    assert.deepEqual(
      fs.readdirSync(modules).filter((name) => name.startsWith('node-') || name.startsWith('tackroom-')),
      [],
    );
  });

  it('has no import that leads to its sources', () => {
    const built = fs.globSync('dist/**/*.{js,mjs}', { cwd: installed });
    assert.ok(built.length > 50, `only ${built.length} files in dist`);
    const leadsToSource = (specifier: string) => specifier.startsWith('#') || /^[.].*[.]ts$/.test(specifier);
    assert.deepEqual(
      built.flatMap((file) => specifiersOf(path.join(installed, file)).filter(leadsToSource)),
      [],
    );
  });

  it('runs on the oldest Node that it allows', { skip: noOldestNode }, async () => {
    assert.equal(expect(await user.run(['node', '--version']), 0), 'v20.19.0\n');
  });

  it('says its version from any folder', async () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const outcome = await user.run(['sh', '-c', `cd "${os.tmpdir()}" && "${installed}/bin/tackroom" --version`]);
    assert.equal(expect(outcome, 0).trim(), version);
  });

  it('loads every module', async () => {
    const skipped = ['cli/main.js', 'hooks/hook-main.js', 'agents/scripted/main.js']; // they run, and are run below
    const files = fs.globSync('**/*.js', { cwd: path.join(installed, 'dist') }).filter((file) => !skipped.includes(file));
    const script = `for (const file of ${JSON.stringify(files)}) await import(${JSON.stringify(`${installed}/dist/`)} + file);`;
    expect(await user.run(['node', '--input-type=module', '--eval', script]), 0);
  });

  it('sets a repository up, and its examples hold', async () => {
    expect(await user.tackroom('init', '--yes'), 0);
    assert.match(expect(await user.tackroom('guardrail', 'test'), 0), /All examples hold: 12 guardrails/);
  });

  it('checks it', async () => {
    user.write('src/client.ts', late);
    user.write('src/index.ts', "export { get } from './client';\n");
    const { findings } = JSON.parse(expect(await user.tackroom('check', '--format', 'json'), 1));
    assert.deepEqual(
      findings.map((finding: Record<string, unknown>) => [finding.guardrail, finding.path]),
      [['fetch-deadline', 'src/client.ts']],
    );
    assert.match(expect(await user.tackroom('check', '--format', 'human'), 1), /1 finding \(1 P1\)/);
  });

  it('runs a check in code, whose types it brings along', async () => {
    user.write('harness/checks/no-todo.mjs', script);
    user.write('harness/guardrails/no-todo.md', scriptPage);
    expect(await user.tackroom('guardrail', 'test', 'no-todo'), 0);
    const main = fs.readFileSync(path.join(installed, 'dist/guardrails/script/define-check.d.ts'), 'utf8');
    assert.match(main, /export declare function defineCheck\(check: ScriptCheck\): ScriptCheck/);
    assert.doesNotMatch(main, /import/);
    expect(
      await user.run([
        'node',
        '--input-type=module',
        '--eval',
        "import { defineCheck } from 'tackroom/check'; defineCheck({ check() {} });",
      ]),
      0,
    );
    fs.rmSync(path.join(user.repository, 'harness/guardrails/no-todo.md'));
  });

  it('tells an agent through the hook that it wired', async () => {
    const { hooks } = JSON.parse(user.read('.claude/settings.json'));
    const { command } = hooks.PostToolUse[0].hooks[0];
    const file = path.join(user.repository, 'src/client.ts');
    const call = { hook_event_name: 'PostToolUse', tool_name: 'Write', tool_input: { file_path: file, content: late }, tool_response: {} };
    const payload = JSON.stringify({ session_id: 's1', cwd: user.repository, permission_mode: 'default', ...call });
    assert.match(expect(await user.run(['sh', '-c', command], payload), 0), /fetch-deadline/);
  });

  it('proves its wires, and says which Node they run on', async () => {
    const text = expect(await user.tackroom('doctor'), 0);
    assert.match(text, /All wires work/);
    if (noOldestNode === undefined) assert.match(text, /v20\.19\.0 is on the PATH/);
  });

  it('rehearses', async () => {
    const text = expect(await user.tackroom('rehearse', '--once'), 0);
    assert.match(text, /Every breach was told the moment it happened, and mended/);
  });

  it('says what to install where the native parts were left out', async () => {
    for (const scope of ['@ast-grep', '@oxc-parser']) {
      const folder = path.join(path.dirname(installed), scope);
      for (const name of fs.readdirSync(folder).filter((entry) => entry.startsWith('napi-') || entry.startsWith('binding-'))) {
        fs.rmSync(path.join(folder, name), { recursive: true });
      }
    }
    for (const args of [['check'], ['guardrail', 'test'], ['rehearse', '--once']]) {
      const outcome = await user.tackroom(...args);
      expect(outcome, 2);
      assert.match(outcome.stderr, /not installed for \w+-\w+.*@ast-grep\/napi.*oxc-parser.*\n.*--include=optional/);
    }
    assert.match(expect(await user.tackroom('doctor'), 1), /broken {3}harness pages.*@ast-grep\/napi/);
  });
});

const late = 'export const get = (url: string) => fetch(url);\n';

const script = `import { defineCheck } from 'tackroom/check';
export default defineCheck({ check(file, { report }) { if (file.text.includes('TODO')) report({}); } });
`;
const scriptPage = `---
id: no-todo
title: No TODO
priority: P3
files: ["todo/**"]
check: { kind: script, module: harness/checks/no-todo.mjs }
---
Do it now.

## Examples
\`\`\`ts bad
// TODO
\`\`\`
\`\`\`ts good
// done
\`\`\`
`;

/** What a command printed that ended with this exit code. */
function expect(outcome: Outcome, code: number): string {
  assert.equal(outcome.kind === 'exited' && outcome.code, code, `${outcome.kind}\n${outcome.stdout}${outcome.stderr}`);
  return outcome.stdout;
}

function specifiersOf(file: string): string[] {
  return ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true).importedFiles.map((imported) => imported.fileName);
}
