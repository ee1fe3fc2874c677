import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HookRepository } from './hook-repository.ts';
import { type RunningDaemon, runDaemon, stateOf, until, withoutNode } from './running-daemon.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';
const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

describe('the life of a daemon', () => {
  let repo: HookRepository;
  let nodePath: string | undefined;
  beforeEach(() => {
    repo = new HookRepository();
    nodePath = repo.env.PATH;
    repo.env.TACKROOM_NO_DAEMON = undefined;
  });
  afterEach(() => {
    serve('--stop');
    repo.remove();
  });

  function serve(...options: string[]) {
    return spawnSync(process.execPath, [main, 'serve', ...options], {
      cwd: repo.root,
      env: { ...repo.env, PATH: nodePath },
      encoding: 'utf8',
    });
  }

  /** What is left of a daemon that has ended. */
  function leftBehind(): string[] {
    const ofDaemon = /hook\.sock|ask\.bash/;
    return fs.readdirSync(path.join(repo.scratch, 'state'), { recursive: true, encoding: 'utf8' }).filter((name) => ofDaemon.test(name));
  }

  async function endsWith(daemon: RunningDaemon, why: RegExp): Promise<void> {
    await daemon.ended;
    assert.match(daemon.said(), why);
    assert.equal(daemon.child.exitCode, 0);
    if (fs.existsSync(repo.scratch)) assert.deepEqual(leftBehind(), []);
  }

  test('killed, it costs the agent nothing but time, and the next one starts as if it had not been', async () => {
    const daemon = await runDaemon(repo);
    daemon.child.kill('SIGKILL');
    await daemon.ended;
    assert.equal(leftBehind().length, 2);
    repo.env.CI = 'true'; // no new one yet
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    assert.match(repo.edit('src/b.ts', bad), /fetch-deadline/);
    repo.env.CI = undefined;
    const next = await runDaemon(repo);
    withoutNode(repo);
    assert.match(repo.edit('src/c.ts', bad), /fetch-deadline/);
    assert.equal(repo.edit('src/c.ts', bad), '');
    next.child.kill('SIGTERM');
    await next.ended;
    assert.deepEqual(leftBehind(), []);
  });

  test('hung, it is waited for once; the hook that waited starts another, and the first one gives way', async () => {
    const daemon = await runDaemon(repo);
    repo.start();
    daemon.child.kill('SIGSTOP');
    const begun = performance.now();
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    assert.ok(performance.now() - begun >= 1900, 'it was not even asked');
    await until(() => serve('--status').status === 0);
    daemon.child.kill('SIGCONT');
    await daemon.ended;
    assert.match(daemon.said(), /another took its place/);
    withoutNode(repo);
    assert.match(repo.edit('src/b.ts', bad), /fetch-deadline/);
    assert.deepEqual(
      repo
        .spool()
        .read(repo.session)
        .flatMap((record) => (record.type === 'delivery' && record.moment === 'post-tool' ? [record.text.match(/src\/\w/)?.[0]] : []))
        .filter((name, index, all) => all.indexOf(name) === index),
      ['src/a', 'src/b'],
    );
  });

  test('an agent that begins starts it, and it ends when the repository is gone', async () => {
    assert.match(repo.start(), /guardrails/);
    await until(() => serve('--status').status === 0);
    const pid = Number(/process (\d+)/.exec(serve('--status').stdout)?.[1]);
    withoutNode(repo);
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    fs.rmSync(repo.root, { recursive: true });
    await until(() => !isRunning(pid));
    fs.mkdirSync(repo.root);
  });

  test('none is started where somebody said no, nor in CI', () => {
    for (const [name, value] of [
      ['TACKROOM_NO_DAEMON', '1'],
      ['CI', 'true'],
    ] as const) {
      repo.env[name] = value;
      repo.start();
      repo.env[name] = undefined;
    }
    repo.write('harness/harness.yaml', 'version: 1\nhook:\n  daemon: false\n');
    repo.start();
    assert.equal(fs.existsSync(path.join(stateOf(repo), 'daemon.begun')), false);
    assert.equal(serve('--status').status, 1);
  });

  test('it ends when nobody asks', async () => {
    await endsWith(await runDaemon(repo, '--idle', '0.01'), /nobody asked for a while/);
  });

  test('it ends when its harness wants none, after one answer', async () => {
    const daemon = await runDaemon(repo);
    repo.write('harness/harness.yaml', 'version: 1\nhook:\n  daemon: false\n');
    const path = repo.env.PATH;
    withoutNode(repo);
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    repo.env.PATH = path;
    await endsWith(daemon, /the harness wants none/);
  });

  test('it ends when its socket or its folder was taken away', async () => {
    const daemon = await runDaemon(repo);
    fs.rmSync(path.join(repo.scratch, 'state'), { recursive: true });
    fs.mkdirSync(path.join(repo.scratch, 'state'));
    await endsWith(daemon, /another took its place/);
  });

  test('it leaves calls of another install to that, and ends', async () => {
    const daemon = await runDaemon(repo);
    const own = path.join(repo.root, 'node_modules/tackroom');
    const real = fs.realpathSync(own);
    fs.rmSync(own);
    for (const name of ['dist', 'node_modules']) {
      fs.mkdirSync(own, { recursive: true });
      fs.symlinkSync(path.join(real, name), path.join(own, name));
    }
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    await endsWith(daemon, /another version is in use/);
  });

  test('a state folder whose path is too long for a socket', async () => {
    repo.env.XDG_STATE_HOME = path.join(repo.scratch, 'state', 'x'.repeat(120));
    const daemon = await runDaemon(repo);
    assert.equal(serve('--status').status, 0);
    withoutNode(repo);
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
    daemon.child.kill('SIGTERM');
    await daemon.ended;
  });

  test('people start, see and stop it', () => {
    assert.match(serve('--status').stdout, /No daemon answers/);
    assert.match(serve('--stop').stdout, /No daemon runs/);
    const { status, stdout } = serve();
    assert.equal(status, 0);
    assert.match(stdout, /answers hooks at 127\.0\.0\.1:\d+, process \d+/);
    assert.equal(serve('--status').stdout, stdout);
    assert.equal(serve().stdout, stdout);
    const doctor = spawnSync(process.execPath, [main, 'doctor', '--format', 'json'], {
      cwd: repo.root,
      env: { ...repo.env, PATH: nodePath },
      encoding: 'utf8',
    });
    const check = JSON.parse(doctor.stdout).checks.find((one: { subject: string }) => one.subject === 'daemon');
    assert.equal(check.state, 'ok');
    assert.ok(stdout.startsWith(check.message));
    assert.match(serve('--stop').stdout, /has ended/);
    assert.equal(serve('--status').status, 1);
    assert.equal(serve('--port', '70000').status, 2);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
