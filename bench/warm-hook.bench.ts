// A hook answered by the daemon: from the agent's own POST, and from the start of the shell line that agents run, beside the
// same line without a daemon. The repository, its 50 guardrails and the edited file are those of hook-start.bench.ts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hookCommand, hookStart } from '#agents/hook-wire.ts';
import { makeBenchRepository } from './hook-start/bench-repository.ts';
import { type Contender, measure, ratioOf, renderTable } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 41);
const posts = Number(process.env.BENCH_POSTS ?? 300);
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-warm-')));
const repository = path.join(scratch, 'repo');
const salt = Math.random().toString(36).slice(2); // each run is a session of its own: everything is new and said
process.env.XDG_STATE_HOME = path.join(scratch, 'state');
delete process.env.CI;
delete process.env.TACKROOM_NO_DAEMON;

makeBenchRepository(repository);
const edited = path.join(repository, 'src/edited.ts');
const original = fs.readFileSync(edited, 'utf8');
const daemon = spawn(process.execPath, [path.join(root, 'src/cli/main.ts'), 'serve', '--foreground'], { cwd: repository, stdio: 'ignore' });
const ended = once(daemon, 'close');
try {
  const port = await portOf();
  await reportPosts(port);
  reportStarts();
} finally {
  daemon.kill();
  await ended;
  fs.rmSync(scratch, { recursive: true, force: true });
}

async function portOf(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    await wait(50);
    const file = path.join(scratch, 'state/tackroom/warm', repository, 'ask.bash');
    const found = fs.existsSync(file) ? /\/dev\/tcp\/127\.0\.0\.1\/(\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1] : undefined;
    if (found !== undefined) return Number(found);
  }
  throw new Error('the daemon did not start');
}

async function reportPosts(port: number): Promise<void> {
  for (const keepAlive of [true, false]) {
    const agent = new http.Agent({ keepAlive });
    const times: number[] = [];
    for (let run = -50; run < posts; run++) {
      const begun = performance.now();
      assert.match(await post({ port, agent, body: payload(`${keepAlive}-${run}`) }), /\[fetch-deadline\]/);
      if (run >= 0) times.push(performance.now() - begun);
    }
    agent.destroy();
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
    const line = `POST, ${keepAlive ? 'kept connection ' : 'fresh connection'}: median ${at(0.5).toFixed(1)} ms, 90 % within ${at(0.9).toFixed(1)} ms`;
    promise(line, at(0.5) <= 8, 'at most 8 ms');
  }
}

function reportStarts(): void {
  const bare: Contender = { name: 'node -e 0', command: [process.execPath, '-e', '0'], cwd: repository, perTurn: 3 };
  const line = hookCommand('claude', 'post-tool');
  const node = `PATH="${path.dirname(process.execPath)}:$PATH"`;
  const cold = contender('shell line, no daemon', ['sh', '-c', `${node}; TACKROOM_NO_DAEMON=1; ${line}`]);
  const warm = contender('shell line, daemon', ['sh', '-c', line]);
  const socket = contender('node, daemon at the socket', [process.execPath, ...hookStart, 'harness/hook.mjs', 'claude', 'post-tool']);
  const measured = measure([bare, cold, warm, socket], rounds);
  console.log(renderTable(measured));
  const [, coldly, warmly, atSocket] = measured;
  assert.ok(coldly && warmly && atSocket);
  const ratio = ratioOf(warmly, coldly);
  promise(`shell line with the daemon beside the one without: ${ratio.toFixed(2)}x`, ratio <= 0.3, 'at most 0.3x');
  console.log(`        node at the socket beside the line without: ${ratioOf(atSocket, coldly).toFixed(2)}x`);
}

function contender(name: string, command: readonly string[]): Contender {
  return {
    ...{ name, command, cwd: repository, perTurn: 3 },
    input: (run) => payload(`${name.replaceAll(/\W/g, '')}-${run}`),
    verify: ({ stdout }) => assert.match(stdout, /\[fetch-deadline\]/),
  };
}

/** As Claude Code 2.1 sends it: with the file as it was. */
function payload(session: string): string {
  return JSON.stringify({
    ...{ session_id: `bench-${salt}-${session}`, cwd: repository, transcript_path: '/none', hook_event_name: 'PostToolUse' },
    ...{ tool_name: 'Edit', tool_use_id: 't', tool_input: { file_path: edited, old_string: 'a', new_string: 'b' } },
    tool_response: { filePath: edited, originalFile: original, structuredPatch: [] },
  });
}

function post({ port, agent, body }: { port: number; agent: http.Agent; body: string }): Promise<string> {
  const state = path.join(scratch, 'state/tackroom');
  const folder = fs.readdirSync(state).find((name) => /^[0-9a-f]{16}$/.test(name)) ?? '';
  const token = fs.readFileSync(path.join(state, folder, 'daemon.token'), 'utf8');
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
    const request = http.request(
      { port, host: '127.0.0.1', agent, method: 'POST', path: '/hook/claude/post-tool', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(text));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function promise(what: string, holds: boolean, bound: string): void {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what} (${bound})`);
  if (!holds) process.exitCode = 1;
}
