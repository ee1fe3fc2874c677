import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { questionSchema } from '#kernel/records/question.ts';
import { questionListSchema } from '#kernel/records/question-list.ts';
import { type SampleRepository, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const main = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const patienceMs = 30_000;

/**
 * As an agent's sandbox has it: a process that may write its worktree and nothing else. For root, whom rights do not stop, everything is
 * mounted read-only but the worktree; for others the right to write the state folder is taken away.
 */
const asRoot = process.getuid?.() === 0;
const mounts = spawnSync('sh', ['-c', 'unshare --mount mount --bind -o ro /tmp /tmp']).status === 0;
const skip = asRoot && !mounts ? 'root here may mount nothing, and no other right stops it' : process.platform === 'win32';

suite('asking from a sandbox', { skip }, () => {
  let repository: SampleRepository;
  let state: string;
  let env: Record<string, string>;

  beforeEach(() => {
    repository = sampleRepository({ '.gitignore': '' });
    repository.commit();
    env = cleanEnvironment(path.join(repository.root, '.git'));
    state = path.join(repository.root, '.git');
    fs.mkdirSync(path.join(state, 'state'));
  });
  afterEach(() => {
    fs.chmodSync(path.join(state, 'state'), 0o755);
    fs.rmSync(`${repository.root}-second`, { recursive: true, force: true });
    repository.remove();
  });

  const sandboxed = (cwd: string, args: readonly string[]) => {
    const command = [process.execPath, main, ...args];
    const mount = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd "$2" && shift 2 && exec "$@"';
    const [program = '', ...rest] = asRoot ? ['unshare', '--mount', 'sh', '-c', mount, 'sh', state, cwd, ...command] : command;
    const child = spawn(program, rest, { cwd, env: { ...env, CODEX_SANDBOX: 'seatbelt' } });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      output.stdout += text;
    });
    child.stderr.on('data', (text) => {
      output.stderr += text;
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, output, ended };
  };
  const outside = async (...args: string[]) => repository.tackroom(args, { env });
  const open = async () => questionListSchema.parse(JSON.parse((await outside('answer', '--format', 'json')).stdout)).questions;
  const untilOpen = async (cwd: string) => {
    const posted = () => fs.existsSync(path.join(cwd, '.tackroom/asks')) && fs.readdirSync(path.join(cwd, '.tackroom/asks')).length > 0;
    const begun = performance.now();
    while (!posted() && performance.now() - begun < patienceMs) await wait(20);
    if (!asRoot) fs.chmodSync(path.join(state, 'state'), 0o755);
    const [question, ...others] = await open();
    assert.deepEqual(others, []);
    return question ?? assert.fail('nothing was picked up');
  };
  const close = () => {
    if (!asRoot) fs.chmodSync(path.join(state, 'state'), 0o555);
  };

  test('the question goes through the mailbox of its worktree, and the answer comes back while it waits', async () => {
    const second = `${repository.root}-second`;
    repository.git('worktree', 'add', '--quiet', '-b', 'topic', second);
    close();
    const asking = sandboxed(second, ['ask', 'Which port?', '--option', '80', '--option', '8080', '--wait']);
    const question = await untilOpen(second);
    assert.deepEqual([question.through, question.from.worktree, question.from.branch], ['mailbox', second, 'topic']);
    assert.equal(question.from.agent, 'codex');
    assert.equal((await outside('answer', question.id, '--option', '2')).code, 0);
    assert.equal(await asking.ended, 0, asking.output.stderr);
    assert.match(asking.output.stdout, /^8080\n/);
    assert.equal(execFileSync('git', ['status', '--porcelain'], { cwd: second, encoding: 'utf8' }), '', 'git sees the mailbox');
  });

  test('a ticket is told of at once, and nothing that is asked is lost by who may not write it', async () => {
    close();
    const asked = sandboxed(repository.root, ['ask', 'Which?', '--format', 'json']);
    assert.equal(await asked.ended, 0, asked.output.stderr);
    const { id, state: posted } = questionSchema.parse(JSON.parse(asked.output.stdout));
    assert.equal(posted, 'posted');
    const listed = sandboxed(repository.root, ['answer', '--format', 'json']);
    assert.equal(await listed.ended, 0, listed.output.stderr);
    assert.deepEqual(questionListSchema.parse(JSON.parse(listed.output.stdout)), { version: 1, questions: [], refused: [] });
    assert.equal((await untilOpen(repository.root)).id, id);
    await outside('answer', id, 'That.');
    close();
    const ticket = sandboxed(repository.root, ['ask', '--ticket', id]);
    assert.equal(await ticket.ended, 0, ticket.output.stderr);
    assert.match(ticket.output.stdout, /^That\.\n/);
  });

  test('SIGINT ends the wait with 130, leaves the question open and says how to come back', async () => {
    const asking = spawn(process.execPath, [main, 'ask', 'Ever?', '--wait'], { cwd: repository.root, env });
    let stderr = '';
    const ended = new Promise((resolve) => asking.once('close', resolve));
    await new Promise<void>((resolve) => {
      asking.stderr.on('data', (text) => {
        stderr += text;
        if (stderr.includes('waiting')) resolve();
      });
    });
    asking.kill('SIGINT');
    assert.equal(await ended, 130, stderr);
    const [question] = await open();
    assert.ok(stderr.includes(`tackroom ask --ticket ${question?.id} --wait`), stderr);
  });

  test('of several people who answer at once one is first', async () => {
    const asked = await outside('ask', 'Who?', '--format', 'json');
    const { id } = questionSchema.parse(JSON.parse(asked.stdout));
    const names = ['Ada', 'Bea', 'Cleo', 'Dora'];
    const codes = await Promise.all(
      names.map((name) => {
        const child = spawn(process.execPath, [main, 'answer', id, name], { cwd: repository.root, env, stdio: 'ignore' });
        return new Promise<number | null>((resolve) => child.once('close', resolve));
      }),
    );
    assert.deepEqual(codes.toSorted(), [0, 2, 2, 2]);
    const { stdout } = await outside('ask', '--ticket', id);
    assert.equal(stdout.split('\n')[0], names[codes.indexOf(0)]);
  });
});
