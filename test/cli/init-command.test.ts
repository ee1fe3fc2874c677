import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Command } from 'commander';
import { MisuseError } from '#kernel/errors.ts';
import type { Io, Register } from '../../src/cli/command.ts';
import { registerInit } from '../../src/cli/commands/init.ts';
import { registerUninstall } from '../../src/cli/commands/uninstall.ts';
import { makeRepository } from '../make-repository.ts';

describe('cli/init-command', () => {
  let folder: string;
  let root: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-init-command-')));
    root = path.join(folder, 'repository');
    fs.mkdirSync(root);
    makeRepository(root);
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Runs a command as `main` does; `typed` is what a person at a terminal answers. */
  async function run(register: Register, args: string[], given: { typed?: string; cwd?: string; env?: Record<string, string> } = {}) {
    const said = { stdout: '', stderr: '' };
    const { typed, cwd = root, env = { NO_COLOR: '1' } } = given;
    const isTTY = typed !== undefined;
    const stdin: Io['stdin'] = Object.assign(new PassThrough(), { isTTY });
    const sink = (name: 'stdout' | 'stderr') => ({
      isTTY,
      write: (text: string) => {
        said[name] += text;
      },
    });
    const io: Io = {
      cwd,
      env: { HOME: folder, PATH: '', ...env },
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

  const write = (file: string, text: string) => fs.writeFileSync(path.join(root, file), text);
  const isSetUp = () => fs.existsSync(path.join(root, 'harness'));

  test('without a terminal and without --yes it is said what would change, and nothing is written', async () => {
    write('AGENTS.md', '# Ours\n');
    const { code, stdout, stderr } = await run(registerInit, ['init']);
    assert.equal(code, 2);
    assert.match(stdout, /^ {2}new {5}harness\/guardrails\/ +4 guardrails, \d+ lines$/m);
    assert.match(stdout, /^ {2}change {2}AGENTS\.md +\+28 lines, a section for agents$/m);
    assert.match(stdout, /^\+\+\+ b\/AGENTS\.md$/m, 'a file of others is shown as a diff');
    assert.doesNotMatch(stdout, /^\+\+\+ b\/harness/m, 'a new one by its name');
    assert.match(stdout, /tackroom init --dry-run/);
    assert.match(stderr, /Pass --yes to go on/);
    assert.equal(isSetUp(), false);
  });

  test('--dry-run writes nothing and is no failure', async () => {
    const { code, stdout } = await run(registerInit, ['init', '--dry-run']);
    assert.equal(code, 0);
    assert.match(stdout, /Nothing was changed \(--dry-run\)/);
    assert.match(stdout, /^\+\+\+ b\/harness\/guardrails\/no-force-push\.md$/m, 'the text of new files too');
    assert.equal(isSetUp(), false);
  });

  test('a person at a terminal is asked, and only a yes writes', async () => {
    for (const answer of ['\n', 'n\n', 'yep\n', '']) {
      const { code, stdout } = await run(registerInit, ['init'], { typed: answer });
      assert.equal(code, 0);
      assert.match(stdout, /\[y\/N\] Nothing was changed\./);
      assert.equal(isSetUp(), false, JSON.stringify(answer));
    }
    assert.match((await run(registerInit, ['init'], { typed: 'Y\n' })).stdout, /Wrote \d+ files\./);
    assert.ok(isSetUp());
  });

  test('--yes writes, and says what the guardrails find and what to do next; again it has nothing to do', async () => {
    fs.writeFileSync(path.join(root, 'a.ts'), 'try { go(); } catch {}\n');
    fs.writeFileSync(path.join(root, 'CLAUDE.md'), '# Ours\n');
    const { code, stdout } = await run(registerInit, ['init', '--yes']);
    assert.equal(code, 0);
    assert.match(stdout, /^Guardrails, and what they find in 2 files today:$/m);
    assert.match(stdout, /^ {9}1 {2}P1 {2}No error disappears without a word +no-swallowed-errors$/m);
    assert.match(stdout, /^ {9}0 {2}P1 {2}Network calls carry a deadline +fetch-deadline$/m);
    assert.match(stdout, /^ {2}commands {2}P1 {2}\S.* no-force-push$/m);
    for (const step of [/Install the engine/, /Codex runs hooks only after/, /@AGENTS\.md/, /doctor/]) assert.match(stdout, step);
    assert.match((await run(registerInit, ['init', '--yes'])).stdout, /Already set up: nothing to change\./);
  });

  const drafts = () => fs.readdirSync(path.join(root, 'harness/personas')).filter((file) => file.endsWith('.draft'));

  test('rules in files of other agents: --import makes drafts of them and says where they are listed', async () => {
    write('CLAUDE.md', '## Types\n- Never use any.\n');
    write('.cursorrules', '- Avoid classes.\n');
    const { stdout } = await run(registerInit, ['init', '--yes', '--import']);
    assert.match(stdout, /^Imported from \.cursorrules, CLAUDE\.md: 2 bullets of 2 personas\.$/m);
    assert.match(stdout, /^ {2}new {5}drafts and documents +\d+ lines in 2 files, from rules that were there$/m);
    assert.match(stdout, /Sort what was imported: docs\/plans\/active\/sort-imported-rules\.md/);
    assert.deepEqual(drafts(), ['imported-general.md.draft', 'imported-types.md.draft']);
    assert.match((await run(registerInit, ['init', '--import'])).stdout, /Already set up: nothing to change\./);
  });

  test('without --import they are named, and a person who sets a repository up is asked', async () => {
    write('CLAUDE.md', '## Types\n- Never use any.\n');
    const asked = await run(registerInit, ['init'], { typed: 'y\n' });
    assert.match(asked.stdout, /^CLAUDE\.md tells agents 1 thing that no page says\. Make drafts of them, to be sorted\? \[y\/N\]/);
    assert.match(asked.stdout, /^Imported from CLAUDE\.md: 1 bullet of 1 persona\.$/m);
    for (const args of [['init', '--yes'], ['init', '--yes', '--no-import'], ['init']]) {
      const { stdout } = await run(registerInit, args, { typed: '' });
      assert.doesNotMatch(stdout, /Make drafts of them/);
      assert.match(stdout, /^CLAUDE\.md tells agents 1 thing .* To make drafts of them: tackroom init --import$/m);
      assert.deepEqual(drafts(), []);
    }
  });

  const guardrails = () => fs.readdirSync(path.join(root, 'harness/guardrails')).sort();

  test('--guardrails: a set, none, or those that are named; the others are on offer', async () => {
    write('a.ts', 'go();\n');
    const none = await run(registerInit, ['init', '--guardrails', 'none', '--dry-run']);
    assert.doesNotMatch(none.stdout, /^ {2}new {5}harness\/guardrails/m);
    assert.match(none.stdout, /^Also on offer, with init --guardrails <id,id> \(or all\):$/m);
    assert.match(none.stdout, /^ {2}P1 {2}Network calls carry a deadline +fetch-deadline$/m);
    await run(registerInit, ['init', '--yes', '--guardrails', 'no-await-in-loop, no-force-push']);
    assert.deepEqual(guardrails(), ['no-await-in-loop.md', 'no-force-push.md']);
    const { stdout } = await run(registerInit, ['init', '--yes']);
    assert.match(stdout, /^ {2}P2 {2}A log line is a fixed text with fields +structured-logs$/m);
    assert.doesNotMatch(stdout, /^ {2}P\d .*(?:no-await-in-loop|forward-migrations)$/m, 'one is there, the other has nothing to look at');
    assert.ok(guardrails().includes('fetch-deadline.md') && !guardrails().includes('structured-logs.md'), 'the default set');
    await run(registerInit, ['init', '--yes', '--guardrails', 'all']);
    assert.ok(guardrails().includes('structured-logs.md'));
    assert.doesNotMatch((await run(registerInit, ['init', '--yes'])).stdout, /on offer/);
  });

  test('--guardrails: an id that is not shipped is refused, with the nearest one', async () => {
    await assert.rejects(run(registerInit, ['init', '--yes', '--guardrails', 'no-await-in-lop']), (error: unknown) => {
      return error instanceof MisuseError && /^Did you mean no-await-in-loop\? `tackroom init --dry-run` lists/.test(error.fix ?? '');
    });
    assert.equal(isSetUp(), false);
  });

  test('--guardrails: a set stands alone, and it is said so where ids stand beside it', async () => {
    for (const set of ['default', 'all', 'none']) {
      await assert.rejects(run(registerInit, ['init', '--yes', '--guardrails', `nosuch,${set}`]), (error: unknown) => {
        return error instanceof MisuseError && error.message.startsWith(`"${set}" stands alone: `) && !error.fix?.includes('Did you mean');
      });
    }
    assert.equal(isSetUp(), false);
  });

  test('a harness with a mistake in it is no reason to fail', async () => {
    fs.mkdirSync(path.join(root, 'harness/guardrails'), { recursive: true });
    write('harness/guardrails/odd.md', '---\nid: odd\n---\n');
    write('harness/harness.yaml', 'version: 1\nno: no\n');
    const { code, stdout } = await run(registerInit, ['init', '--yes']);
    assert.equal(code, 0);
    assert.match(stdout, /no-secrets-in-files/);
    assert.match(stdout, /^ {2}harness\/harness\.yaml is there already: kept as it is$/m);
  });

  test('a page that is there and has a mistake is named, in each run until it is mended', async () => {
    fs.mkdirSync(path.join(root, 'harness/guardrails'), { recursive: true });
    write('harness/guardrails/mine.md', 'hi\n');
    const said =
      /^ {2}harness\/guardrails\/mine\.md has 2 mistakes, the first in line 1 \(This page has no front matter\): mend it, or `tackroom check` stops at it$/m;
    for (const done of [/^Wrote \d+ files/m, /^Already set up/m]) {
      const { code, stdout } = await run(registerInit, ['init', '--yes']);
      assert.equal(code, 0);
      assert.match(stdout, done);
      assert.match(stdout, said);
    }
    fs.rmSync(path.join(root, 'harness/guardrails/mine.md'));
    assert.doesNotMatch((await run(registerInit, ['init', '--yes'])).stdout, /mistake/);
  });

  test('a link to a runbook that init is about to write is no mistake', async () => {
    write('a.ts', 'go();\n');
    await run(registerInit, ['init', '--yes']);
    fs.rmSync(path.join(root, 'harness/.init.json'));
    fs.rmSync(path.join(root, 'harness/runbooks'), { recursive: true });
    assert.doesNotMatch((await run(registerInit, ['init', '--yes'])).stdout, /mistake/);
  });

  test('in a subfolder it is said that the whole repository is meant', async () => {
    fs.mkdirSync(path.join(root, 'packages/api'), { recursive: true });
    const { stdout } = await run(registerInit, ['init', '--dry-run'], { cwd: path.join(root, 'packages/api') });
    assert.match(stdout, /^Repository .*repository \(the whole of it, although you are in packages\/api\)$/m);
  });

  test('colours follow NO_COLOR and FORCE_COLOR', async () => {
    const painted = async (env: Record<string, string>) =>
      (await run(registerInit, ['init', '--dry-run'], { env })).stdout.includes('\u001B[');
    assert.equal(await painted({}), false, 'a pipe');
    assert.equal(await painted({ FORCE_COLOR: '1' }), true);
    assert.equal(await painted({ FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  });

  test('uninstall names the package that is left, and the command of the package manager', async () => {
    await run(registerInit, ['init', '--yes']);
    assert.doesNotMatch((await run(registerUninstall, ['uninstall', '--dry-run'])).stdout, /package/);
    write('package.json', '{"devDependencies":{"tackroom":"0.1.0"}}');
    write('pnpm-lock.yaml', '');
    const said = /^The package itself is still there, in package\.json\. To remove it:\n {5}pnpm remove tackroom$/m;
    assert.match((await run(registerUninstall, ['uninstall', '--yes'])).stdout, said);
    assert.match((await run(registerUninstall, ['uninstall'])).stdout, said, 'also where nothing of init is left');
  });

  test('uninstall names the per-user install, which others may need', async () => {
    const engine = path.join(folder, '.local/share/tackroom/node_modules/tackroom/dist');
    fs.mkdirSync(engine, { recursive: true });
    fs.writeFileSync(path.join(engine, 'hook-first.cjs'), '');
    const { stdout } = await run(registerUninstall, ['uninstall']);
    assert.match(
      stdout,
      /still there, for all your repositories, in .*\/\.local\/share\/tackroom\. To remove it:\n {5}npm uninstall --prefix "/,
    );
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
