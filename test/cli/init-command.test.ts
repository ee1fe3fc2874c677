import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Command } from 'commander';
import type { Io, Register } from '../../src/cli/command.ts';
import { registerInit } from '../../src/cli/commands/init.ts';
import { registerUninstall } from '../../src/cli/commands/uninstall.ts';

describe('cli/init-command', () => {
  let folder: string;
  let root: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-init-command-')));
    root = path.join(folder, 'repository');
    fs.mkdirSync(root);
    execFileSync('git', ['init', '-q'], { cwd: root });
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Runs a command as `main` does; `typed` is what a person at a terminal answers. */
  async function run(register: Register, args: string[], typed?: string) {
    const said = { stdout: '', stderr: '' };
    const isTTY = typed !== undefined;
    const stdin: Io['stdin'] = Object.assign(new PassThrough(), { isTTY });
    const sink = (name: 'stdout' | 'stderr') => ({
      isTTY,
      write: (text: string) => {
        said[name] += text;
      },
    });
    const io: Io = {
      cwd: root,
      env: { HOME: folder, PATH: '', NO_COLOR: '1' },
      stdin,
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      signal: new AbortController().signal,
    };
    let code = 0;
    const program = new Command();
    register(program, io, (exitCode) => {
      code = exitCode;
    });
    if (stdin instanceof PassThrough) stdin.end(typed ?? '');
    await program.parseAsync(args, { from: 'user' });
    return { code, ...said };
  }

  const isSetUp = () => fs.existsSync(path.join(root, 'harness'));

  test('without a terminal and without --yes the diff is shown, and nothing is written', async () => {
    const { code, stdout, stderr } = await run(registerInit, ['init']);
    assert.equal(code, 2);
    assert.match(stdout, /^\+\+\+ b\/AGENTS\.md$/m);
    assert.match(stderr, /Pass --yes to go on/);
    assert.equal(isSetUp(), false);
  });

  test('--dry-run writes nothing and is no failure', async () => {
    const { code, stdout } = await run(registerInit, ['init', '--dry-run']);
    assert.equal(code, 0);
    assert.match(stdout, /Nothing was changed \(--dry-run\)/);
    assert.equal(isSetUp(), false);
  });

  test('a person at a terminal is asked, and only a yes writes', async () => {
    for (const answer of ['\n', 'n\n', 'yep\n', '']) {
      const { code, stdout } = await run(registerInit, ['init'], answer);
      assert.equal(code, 0);
      assert.match(stdout, /\[y\/N\] Nothing was changed\./);
      assert.equal(isSetUp(), false, JSON.stringify(answer));
    }
    assert.match((await run(registerInit, ['init'], 'Y\n')).stdout, /Wrote \d+ files\./);
    assert.ok(isSetUp());
  });

  test('--yes writes, says what is found today and what to do next; again it has nothing to do', async () => {
    fs.writeFileSync(path.join(root, 'a.ts'), 'try { go(); } catch {}\n');
    fs.writeFileSync(path.join(root, 'CLAUDE.md'), '# Ours\n');
    const { code, stdout } = await run(registerInit, ['init', '--yes']);
    assert.equal(code, 0);
    assert.match(stdout, /Findings in the repository today:\n {2}1 {2}no-swallowed-errors\n/);
    for (const step of [/Install the engine/, /Codex runs hooks only after/, /@AGENTS\.md/, /doctor/]) assert.match(stdout, step);
    assert.match((await run(registerInit, ['init', '--yes'])).stdout, /Already set up: nothing to change\./);
  });

  test('uninstall asks the same way, and names what stays', async () => {
    await run(registerInit, ['init', '--yes']);
    assert.equal((await run(registerUninstall, ['uninstall'])).code, 2);
    assert.equal((await run(registerUninstall, ['uninstall', '--dry-run'])).code, 0);
    assert.ok(isSetUp());
    fs.writeFileSync(path.join(root, 'harness/mine.md'), 'mine\n');
    const { stdout } = await run(registerUninstall, ['uninstall', '--yes']);
    assert.match(stdout, /^Stays:\n {2}harness\/mine\.md was not written by init$/m);
    assert.deepEqual(fs.readdirSync(path.join(root, 'harness')), ['mine.md']);
    assert.match((await run(registerUninstall, ['uninstall', '--yes'])).stdout, /Nothing of init is left/);
  });
});
