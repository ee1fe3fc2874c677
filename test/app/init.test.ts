import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { applyInit, planInit, renderInit } from '#app/init.ts';
import { MisuseError, TackroomError } from '#kernel/errors.ts';
import { temporaryBeside } from '#platform/files/temporary-file.ts';
import { type EmptyRepository, emptyRepository } from './empty-repository.ts';

describe('app/init', () => {
  let repository: EmptyRepository;
  let folder: string;
  let root: string;

  beforeEach(() => {
    repository = emptyRepository();
    ({ folder, root } = repository);
  });

  afterEach(() => repository.remove());

  const write = (file: string, text: string) => repository.write(file, text);
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const exists = (file: string) => fs.existsSync(path.join(root, file));
  const plan = (from = root) => repository.plan(from);
  const init = async (from = root) => applyInit(await plan(from));
  const listing = () =>
    fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.git/'))
      .sort();
  const isError = (kind: typeof TackroomError, says: RegExp) => (error: unknown) =>
    error instanceof kind && says.test(error.message) && error.fix !== undefined;

  test('an empty repository gets a harness, AGENTS.md and both agents, and a second run finds nothing to do', async () => {
    await init();
    for (const file of [
      'harness/hook.mjs',
      'harness/harness.yaml',
      'harness/guardrails/no-force-push.md',
      'harness/runbooks/answer-a-finding.md',
      'AGENTS.md',
      '.claude/settings.json',
      '.codex/hooks.json',
    ]) {
      assert.ok(exists(file), file);
    }
    assert.equal(read('.gitignore'), '.tackroom/\n');
    assert.equal(exists('harness/guardrails/fetch-deadline.md'), false, 'no TypeScript here');
    const again = await plan();
    assert.deepEqual(again.changes, []);
    assert.deepEqual(again.notes, []);
  });

  test('planning writes nothing, and the plan reads as a diff', async () => {
    write('AGENTS.md', '# Ours\n');
    const before = listing();
    const planned = await plan();
    assert.deepEqual(listing(), before);
    const diff = renderInit(planned, { color: false, full: true });
    assert.match(diff, /^--- a\/AGENTS\.md\n\+\+\+ b\/AGENTS\.md\n@@/m);
    assert.match(diff, /^\+<!-- tackroom:start -->$/m);
    assert.match(diff, /^New harness\/hook\.mjs \(\d+\.\d kB\)$/m);
    assert.ok(!diff.includes('\u001B['));
    assert.ok(renderInit(planned, { color: true, full: true }).includes('\u001B['));
  });

  test('TypeScript is seen by its files, by tsconfig.json or by package.json, and gets its guardrails', async () => {
    for (const [file, text] of [
      ['src/deep/a.tsx', ''],
      ['tsconfig.json', '{}'],
      ['package.json', '{"devDependencies":{"typescript":"6"}}'],
    ] as const) {
      write(file, text);
      const planned = await plan();
      assert.ok(planned.project.languages.includes('TypeScript'), file);
      const pages = planned.changes.map((change) => change.path).filter((changed) => changed.startsWith('harness/guardrails/'));
      assert.equal(pages.length, 12, file);
      fs.rmSync(path.join(root, file));
    }
  });

  test('package manager, test runner and agents are read from the repository', async () => {
    write('package.json', JSON.stringify({ packageManager: 'pnpm@10.1.0', devDependencies: { vitest: '4' } }));
    write('package-lock.json', '{}');
    write('CLAUDE.md', 'hello');
    const { project, commands } = await plan();
    assert.equal(project.packageManager, 'pnpm');
    assert.equal(project.testRunner, 'vitest');
    assert.deepEqual(project.agents, [{ name: 'Claude Code', signs: ['CLAUDE.md'] }]);
    assert.equal(commands.install, 'pnpm add --save-dev tackroom');
    write('package.json', '{ not json');
    write('yarn.lock', '');
    fs.rmSync(path.join(root, 'package-lock.json'));
    assert.equal((await plan()).project.packageManager, 'yarn');
  });

  test('without package.json the engine is installed for the user', async () => {
    write('main.go', 'package main\n');
    write('go.mod', 'module x\n');
    const { project, commands } = await plan();
    assert.deepEqual([project.languages, project.testRunner, project.packageManager], [['Go'], 'go test', undefined]);
    assert.equal(commands.install, `npm install --prefix "${folder}/.local/share/tackroom" tackroom`);
  });

  test('a program on the PATH is a sign of an agent', async () => {
    fs.writeFileSync(path.join(folder, 'codex'), '', { mode: 0o755 });
    fs.writeFileSync(path.join(folder, 'claude'), '', { mode: 0o644 });
    const { project } = await planInit({ cwd: root, env: { PATH: `relative:${folder}` } });
    assert.deepEqual(project.agents, [{ name: 'Codex', signs: ['`codex` on the PATH'] }]);
  });

  test('an AGENTS.md keeps all it says, line ends included', async () => {
    write('AGENTS.md', '# Ours\r\n\r\nUse tabs.');
    await init();
    const text = read('AGENTS.md');
    assert.ok(text.startsWith('# Ours\r\n\r\nUse tabs.\r\n\r\n<!-- tackroom:start -->\r\n## Steps for every task\r\n'));
    assert.ok(text.endsWith('<!-- tackroom:end -->\r\n'));
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.deepEqual((await plan()).changes, []);
  });

  test('half a section is an error, and nothing is written', async () => {
    write('AGENTS.md', 'a\n<!-- tackroom:start -->\nb\n');
    const before = listing();
    await assert.rejects(plan(), isError(MisuseError, /AGENTS\.md/));
    assert.deepEqual(listing(), before);
  });

  test("other people's hooks and settings stay beside ours", async () => {
    const theirs = { permissions: { allow: ['Bash(ls:*)'] }, hooks: { Stop: [{ hooks: [{ type: 'command', command: 'say done' }] }] } };
    write('.claude/settings.json', `${JSON.stringify(theirs, null, 4)}\n`);
    await init();
    const merged = JSON.parse(read('.claude/settings.json'));
    assert.deepEqual(merged.permissions, theirs.permissions);
    assert.deepEqual(merged.hooks.Stop[0], theirs.hooks.Stop[0]);
    assert.equal(merged.hooks.Stop.length, 2);
    assert.deepEqual((await plan()).changes, []);
  });

  test('settings with comments are an error that names the file, and nothing is written', async () => {
    write('.codex/hooks.json', '{\n  // mine\n  "hooks": {}\n}\n');
    const before = listing();
    await assert.rejects(plan(), isError(MisuseError, /\.codex\/hooks\.json is not valid JSON/));
    assert.deepEqual(listing(), before);
  });

  test('only the agents that the settings name are wired', async () => {
    write('harness/harness.yaml', 'version: 1\nagents: [claude]\n');
    await init();
    assert.equal(exists('.claude/settings.json'), true);
    assert.equal(exists('.codex/hooks.json'), false);
    assert.equal(read('harness/harness.yaml'), 'version: 1\nagents: [claude]\n');
  });

  test('what a person removed or edited is not brought back; what the hooks need is', async () => {
    await init();
    fs.rmSync(path.join(root, 'harness/guardrails/no-force-push.md'));
    fs.rmSync(path.join(root, 'harness/hook.mjs'));
    fs.rmSync(path.join(root, '.codex/hooks.json'));
    write('AGENTS.md', '# Mine alone\n');
    write('harness/runbooks/answer-a-finding.md', `${read('harness/runbooks/answer-a-finding.md')}\nours now\n`);
    const { changes, notes } = await plan();
    assert.deepEqual(
      changes.map((change) => change.path),
      ['harness/hook.mjs', '.codex/hooks.json'],
    );
    assert.deepEqual(
      notes.map((note) => note.path),
      ['harness/guardrails/no-force-push.md', 'AGENTS.md'],
    );
  });

  test('a record that a formatter has laid out in another way is no reason to write it again', async () => {
    await init();
    write('harness/.init.json', JSON.stringify(JSON.parse(read('harness/.init.json'))));
    assert.deepEqual((await plan()).changes, []);
  });

  test('a page that was there before init is kept and named', async () => {
    write('harness/guardrails/no-force-push.md', 'theirs\n');
    const { changes, notes } = await plan();
    assert.ok(!changes.some((change) => change.path.endsWith('no-force-push.md')));
    const mistakes = 'has 2 mistakes, the first in line 1 (This page has no front matter): mend it, or `tackroom check` stops at it';
    assert.deepEqual(notes, [
      { path: 'harness/guardrails/no-force-push.md', reason: 'is there already: kept as it is' },
      { path: 'harness/guardrails/no-force-push.md', reason: mistakes },
    ]);
  });

  test('an older hook that init wrote is renewed; an edited one is kept and named', async () => {
    await init();
    const record = JSON.parse(read('harness/.init.json'));
    const { textHash } = await import('#app/setup/text-hash.ts');
    write('harness/hook.mjs', '// older\n');
    assert.deepEqual(
      (await plan()).notes.map((note) => note.path),
      ['harness/hook.mjs'],
    );
    record.files['harness/hook.mjs'] = textHash('// older\n');
    write('harness/.init.json', JSON.stringify(record));
    assert.deepEqual(
      (await plan()).changes.map((change) => change.path),
      ['harness/hook.mjs', 'harness/.init.json'],
    );
  });

  test('an older command that init wired is renewed in its place', async () => {
    await init();
    const old = 'node harness/hook.mjs claude stop';
    const settings = JSON.parse(read('.claude/settings.json'));
    const record = JSON.parse(read('harness/.init.json'));
    settings.hooks.Stop[0].hooks[0].command = old;
    write('.claude/settings.json', `${JSON.stringify(settings, null, 2)}\n`);
    assert.deepEqual((await plan()).changes, [], 'not a command init knows');
    record.hooks['.claude/settings.json'][3] = old;
    write('harness/.init.json', JSON.stringify(record, null, 2));
    await init();
    assert.notEqual(JSON.parse(read('.claude/settings.json')).hooks.Stop[0].hooks[0].command, old);
    assert.deepEqual((await plan()).changes, []);
  });

  test('it acts at the top of the repository, from any folder and in a worktree', async () => {
    write('packages/api/a.ts', '');
    await init(path.join(root, 'packages/api'));
    assert.ok(exists('harness/hook.mjs'));
    assert.equal(exists('packages/api/harness'), false);
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'one'], { cwd: root });
    execFileSync('git', ['worktree', 'add', '-q', '../other'], { cwd: root });
    const other = await plan(path.join(folder, 'other'));
    assert.equal(other.root, path.join(folder, 'other'));
    assert.ok(other.changes.length > 5);
  });

  test('outside a repository there is a clear error', async () => {
    await assert.rejects(plan(folder), isError(MisuseError, /not inside a git repository/));
  });

  test('a link inside the repository is written through; one that leads out is an error', async () => {
    write('docs/agents.md', '# Ours\n');
    fs.symlinkSync('docs/agents.md', path.join(root, 'AGENTS.md'));
    await init();
    assert.ok(fs.lstatSync(path.join(root, 'AGENTS.md')).isSymbolicLink());
    assert.match(read('docs/agents.md'), /tackroom:start/);
    fs.mkdirSync(path.join(folder, 'elsewhere'));
    for (const target of [path.join(folder, 'elsewhere'), path.join(folder, 'nowhere'), path.join(root, '.git')]) {
      fs.rmSync(path.join(root, '.codex'), { recursive: true, force: true });
      fs.symlinkSync(target, path.join(root, '.codex'));
      await assert.rejects(plan(), isError(MisuseError, /\.codex\/hooks\.json is a link that leads out/), target);
    }
    assert.deepEqual(fs.readdirSync(path.join(folder, 'elsewhere')), []);
  });

  test('a file that changed under the diff stops everything', async () => {
    const planned = await plan();
    write('AGENTS.md', 'new\n');
    assert.throws(() => applyInit(planned), isError(TackroomError, /AGENTS\.md was changed while/));
    assert.equal(exists('harness'), false);
  });

  test('where one text cannot be written, none is', async () => {
    write(`${temporaryBeside('.codex/hooks.json')}/in-the-way`, '');
    await assert.rejects(init(), isError(TackroomError, /Nothing was written\. Not written: .*\.codex\/hooks\.json/));
    assert.equal(exists('harness'), false);
    assert.equal(exists('AGENTS.md'), false);
    assert.equal(exists('.claude'), false);
  });

  test('a folder in the way of a file is an error before anything is written', async () => {
    fs.mkdirSync(path.join(root, 'AGENTS.md'));
    await assert.rejects(init(), isError(MisuseError, /AGENTS\.md is not a text file/));
    assert.equal(exists('harness'), false);
  });

  test('what git ignores is named, because other clones will not get it', async () => {
    write('.gitignore', '.claude\n.tackroom\n');
    const { changes, notes } = await plan();
    assert.deepEqual(notes, [{ path: '.claude/settings.json', reason: 'is ignored by git: it will not reach other clones and worktrees' }]);
    assert.ok(!changes.some((change) => change.path === '.gitignore'), 'the mailbox is ignored already');
  });

  test('a record that is not ours is an error', async () => {
    write('harness/.init.json', '{"version": 2}');
    await assert.rejects(plan(), isError(MisuseError, /\.init\.json/));
  });
});
