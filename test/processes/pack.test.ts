// What a user gets: the package as npm packs it, installed in an empty folder, run by the Node that it brings itself.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { type Outcome, runProcess } from '#platform/process/run-process.ts';
import { npmCommand } from '../../scripts/npm-command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const platform = process.platform === 'win32' ? 'win' : process.platform;
const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

describe('the published package', () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-pack-')));
  const installed = path.join(folder, 'node_modules', 'tackroom');

  before(async () => {
    const packed = await run([...npmCommand(), 'pack', '--json', '--pack-destination', folder], root);
    const archive = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
    assert.ok(archive !== undefined, `npm pack made no archive: ${packed.stderr}`);
    write(folder, 'package.json', '{ "private": true }');
    await run([...npmCommand(), 'install', `./${archive}`, ...quietly], folder);
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('holds what it needs and nothing else', () => {
    const { files } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    const tops = files.map((file: string) => file.split('/')[0]);
    assert.deepEqual(fs.readdirSync(installed).sort(), [...new Set([...tops, 'LICENSE', 'README.md', 'package.json'])].sort());
    for (const file of ['dist/cli/main.js', 'dist/hook-engine.cjs', 'dist/hook-compiler.cjs', 'harness/hook.mjs']) {
      assert.ok(fs.existsSync(path.join(installed, file)), `${file} is missing`);
    }
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

  it('says its version from any folder', async () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const outcome = await tackroom(['--version'], os.tmpdir());
    assert.equal(outcome.stdout.trim(), version, outcome.stderr);
  });

  it('checks a repository', async () => {
    const repository = path.join(folder, 'repository');
    write(repository, 'harness/guardrails/no-todo.md', noTodo);
    write(repository, 'src/late.ts', '// TODO: later\n');
    await run(['git', 'init', '--quiet'], repository);
    const outcome = await tackroom(['check', '--format', 'json'], repository);
    assert.equal(outcome.kind === 'exited' && outcome.code, 1, outcome.stdout + outcome.stderr);
    const { findings } = JSON.parse(outcome.stdout);
    assert.deepEqual(
      findings.map((finding: Record<string, unknown>) => [finding.guardrail, finding.path]),
      [['no-todo', 'src/late.ts']],
    );
  });

  /** Under a Node that looks too old, where npm has brought one for this system; else under the one we have. */
  function tackroom(args: readonly string[], cwd: string): Promise<Outcome> {
    const oldNode = write(
      folder,
      'old-node.cjs',
      "Object.defineProperty(process.versions, 'node', { value: '20.0.0' }); process.execve = undefined;",
    );
    const bringsNode = fs.existsSync(path.join(folder, 'node_modules', `node-${platform}-${process.arch}`));
    const launcher = path.join(folder, 'node_modules', '.bin', 'tackroom');
    return runProcess([process.execPath, ...(bringsNode ? ['--require', oldNode] : []), launcher, ...args], { cwd, timeoutMs: 30_000 });
  }
});

const noTodo = `---
id: no-todo
title: Work is tracked in issues
priority: P2
files: ["src/**"]
check:
  kind: text
  pattern: "TODO"
---
A note in the code reaches nobody.

## Fix
Open an issue.

## Examples
\`\`\`ts bad
// TODO: later
\`\`\`
\`\`\`ts good
// See issue 12.
\`\`\`
`;

function specifiersOf(file: string): string[] {
  return ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true).importedFiles.map((imported) => imported.fileName);
}

async function run(command: readonly string[], cwd: string): Promise<Outcome> {
  const outcome = await runProcess(command, { cwd, timeoutMs: 120_000 });
  assert.equal(outcome.kind === 'exited' && outcome.code, 0, `${command.join(' ')}\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

function write(folder: string, file: string, text: string): string {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
  return target;
}
