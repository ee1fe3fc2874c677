import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { HookRepository } from './hook-repository.ts';
import { type RunningDaemon, runDaemon, stateOf, withoutNode } from './running-daemon.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';
const bash = (command: string, id = 't') => ({ tool_name: 'Bash', tool_use_id: id, tool_input: { command } });

describe('a daemon that runs', () => {
  let repo: HookRepository;
  let daemon: RunningDaemon;
  let nodePath: string | undefined;

  before(async () => {
    repo = new HookRepository();
    nodePath = repo.env.PATH;
    daemon = await runDaemon(repo);
    withoutNode(repo);
  });
  after(async () => {
    daemon.child.kill('SIGTERM');
    await daemon.ended;
    repo.remove();
  });

  test('answers every moment as a hook by itself does, word for word', () => {
    const session = (warm: boolean) => {
      repo.session = warm ? 'warm' : 'cold';
      repo.env.PATH = warm ? path.join(repo.scratch, 'bin') : nodePath;
      repo.env.TACKROOM_NO_DAEMON = warm ? undefined : '1';
      repo.write('src/a.ts', 'export {};\n');
      const begun = repo.start();
      const said = [repo.edit('src/a.ts', bad), repo.edit('src/a.ts', bad), repo.edit('src/ä b.ts', `${bad}// ${'é'.repeat(60_000)}`)];
      const denied = repo.hook('pre-tool', bash('git push -f'))?.hookSpecificOutput?.permissionDecisionReason;
      const plain = repo.hook('pre-tool', bash('ls'));
      const held = repo.stop();
      const mended = repo.edit('src/a.ts', 'export {};\n');
      return { begun, said, denied, plain, held, mended, types: repo.types() };
    };
    const warm = session(true);
    assert.match(warm.said[0] ?? '', /fetch-deadline/);
    assert.equal(warm.said[1], '');
    assert.match(warm.denied ?? '', /no-force-push/);
    assert.match(warm.held, /fetch-deadline/);
    assert.deepEqual(warm, session(false));
    session(true);
  });

  test('what is no payload is silence', () => {
    withoutNode(repo);
    for (const stdin of ['', '{', '[]', 'null', '\0\0', '{"session_id":7,"cwd":{}}', '\n', 'x'.repeat(300_000)])
      assert.equal(repo.hook('post-tool', {}, { stdin }), undefined);
  });

  test('an edit of a page counts at the very next call, and so does another branch', () => {
    withoutNode(repo);
    repo.session = 'fresh';
    const page = 'harness/guardrails/no-eval.md';
    const text = fs
      .readFileSync(path.join(repo.root, 'harness/guardrails/fetch-deadline.md'), 'utf8')
      .replaceAll('fetch-deadline', 'no-eval')
      .replaceAll(/fetch\(([^)]*)\)/g, 'eval($1)');
    assert.equal(repo.edit('src/e.ts', 'eval(one);\n'), '');
    repo.write(page, text);
    assert.match(repo.edit('src/e.ts', 'eval(two);\n'), /no-eval/);
    repo.write(page, text.replace('eval($URL)', 'evil($URL)').replaceAll('eval(', 'evil('));
    assert.match(repo.edit('src/e.ts', 'eval(two);\nevil(three);\n'), /:2:1 .*no-eval/);
    repo.git('add', '-A');
    repo.git('stash', '-q');
    assert.equal(repo.edit('src/f.ts', 'evil(four);\n'), '');
    repo.git('stash', 'drop', '-q');
  });

  test('a page is said to be of its worktree: a second one is served too, once its first hook has asked', () => {
    const other = path.join(repo.scratch, 'other');
    repo.git('worktree', 'add', '-q', other);
    fs.rmSync(path.join(other, 'harness/guardrails/fetch-deadline.md'));
    fs.mkdirSync(path.join(other, 'node_modules'));
    fs.symlinkSync(fs.realpathSync(path.join(repo.root, 'node_modules/tackroom')), path.join(other, 'node_modules/tackroom'));
    const root = repo.root;
    try {
      repo.root = other;
      repo.session = 'second-worktree';
      repo.env.PATH = nodePath;
      assert.equal(repo.edit('src/a.ts', bad), '');
      withoutNode(repo);
      assert.equal(repo.edit('src/b.ts', bad), '');
      assert.deepEqual(repo.types(), ['touched', 'touched']);
    } finally {
      repo.root = root;
    }
    assert.match(repo.edit('src/w.ts', bad), /fetch-deadline/);
  });

  test('the port lets in who knows the token, and no web page', async () => {
    const body = JSON.stringify({ session_id: 'http', cwd: repo.root, tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'ls' } });
    const call = { path: '/hook/claude/pre-tool', body };
    assert.deepEqual(await daemon.post(call), { status: 200, body: '{}' });
    assert.equal((await daemon.post({ ...call, headers: { authorization: 'Bearer wrong' } })).status, 401);
    assert.equal((await daemon.post({ ...call, headers: { authorization: '' } })).status, 401);
    assert.equal((await daemon.post({ ...call, headers: { host: `evil.example:${daemon.port}` } })).status, 421);
    assert.equal((await daemon.post({ ...call, headers: { origin: 'https://evil.example' } })).status, 403);
    assert.equal((await daemon.post({ ...call, headers: { origin: `http://127.0.0.1:${daemon.port}` } })).status, 200);
    assert.equal((await daemon.post({ ...call, headers: { host: `localhost:${daemon.port}` } })).status, 200);
    assert.equal((await daemon.post({ path: '/stop' })).status, 404);
    assert.equal((await daemon.post({ path: '/', method: 'GET' })).status, 404);
    assert.equal((await daemon.post({ path: '/health', method: 'GET', headers: { authorization: '' } })).status, 200);
    assert.equal((await daemon.post({ path: '/version', method: 'GET', headers: { authorization: '' } })).status, 401);
    const { status, body: about } = await daemon.post({ path: '/version', method: 'GET' });
    assert.equal(status, 200);
    assert.equal(JSON.parse(about).pid, daemon.child.pid);
    assert.ok(!about.includes(daemon.token));
    assert.equal(
      (await daemon.post({ path: '/hook/claude/pre-tool', body: 'x'.repeat(33 * 1024 * 1024) }).catch(() => ({ status: 413 }))).status,
      413,
    );
  });

  test('MCP is answered at the same port, to who knows the token', async () => {
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const answer = await daemon.post({ path: '/mcp', body, headers });
    assert.equal(answer.status, 200);
    assert.match(answer.body, /"serverInfo":\{"name":"tackroom"/);
    assert.equal((await daemon.post({ path: '/mcp', body, headers: { ...headers, authorization: '' } })).status, 401);
  });

  test('a call from another repository is not answered in its place', async () => {
    const body = JSON.stringify({
      session_id: 'else',
      cwd: repo.scratch,
      tool_name: 'Bash',
      tool_use_id: 't',
      tool_input: { command: 'ls' },
    });
    assert.equal((await daemon.post({ path: '/hook/claude/pre-tool', body })).status, 409);
  });

  test('what it keeps is readable by nobody else', () => {
    const mode = (file: string) => fs.lstatSync(file).mode & 0o777;
    const state = stateOf(repo);
    assert.equal(mode(state), 0o700);
    assert.equal(mode(path.join(state, 'hook.sock')), 0o600);
    assert.equal(mode(path.join(state, 'daemon.token')), 0o600);
    assert.equal(mode(path.join(repo.scratch, 'state/tackroom/warm', repo.root, 'ask.bash')), 0o600);
    assert.ok(Buffer.from(daemon.token, 'base64url').length === 32);
    assert.ok(!fs.readdirSync(state).some((name) => name.startsWith('hook.sock.')));
  });

  test('another that is started ends at once, and leaves it alone', async () => {
    const other = await runDaemon(repo);
    await other.ended;
    assert.match(other.said(), /Another runs already/);
    assert.equal(other.port, daemon.port);
    withoutNode(repo);
    assert.match(repo.edit('src/still.ts', bad), /fetch-deadline/);
  });
});
