import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { hookCommand } from '#agents/hook-wire.ts';
import { readLedger } from '#delivery/session-ledger.ts';
import type { HookEvent } from '#kernel/records/hook.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { type HookReply, HookRepository } from './hook-repository.ts';
import { runDaemon, stateOf } from './running-daemon.ts';

const kills = Number(process.env.TACKROOM_KILLS ?? 30);
const bad = 'export const get = (url: string) => fetch(url);\n';

/** A call as an agent makes it, and what was said to it. */
interface Made {
  session: string;
  event: HookEvent;
  file: string;
  reply: HookReply | undefined;
}

test('a daemon that is killed at any moment costs the agent nothing but time', async (context) => {
  const repo = new HookRepository();
  repo.env.TACKROOM_NO_DAEMON = undefined;
  let made = 0;
  let again = 0;
  try {
    for (let round = 0; round < kills; round++) {
      const daemon = await runDaemon(repo);
      fs.writeFileSync(path.join(stateOf(repo), 'daemon.begun'), ''); // so that no hook starts another
      if (round % 3 === 0) fs.rmSync(path.join(repo.scratch, 'state/tackroom/warm'), { recursive: true }); // hooks ask at the socket then
      const session = `session-${round}`;
      const files = ['a', 'b'].map((name) => `src/${round}-${name}.ts`);
      for (const file of files) repo.write(file, bad);
      const calls = files.map((file) => callHook(repo, { session, event: 'post-tool', file }));
      calls.push(callHook(repo, { session, event: 'pre-tool', file: 'git push -f' }));
      await wait(Math.random() * 150);
      daemon.child.kill('SIGKILL');
      await daemon.ended;
      const answered = await Promise.all(calls);
      answered.push(await callHook(repo, { session, event: 'stop', file: '' }));
      for (const one of answered) judge(one);
      judgeSpool(round, repo.spool().read(session));
      made += answered.length;
      again += attemptsTwice(repo.spool().read(session));
      if ((round + 1) % 50 === 0) context.diagnostic(tally(round + 1, { made, again }));
    }
    context.diagnostic(tally(kills, { made, again }));
  } finally {
    repo.remove();
  }
});

function tally(rounds: number, { made, again }: { made: number; again: number }): string {
  return `${rounds} kills, ${made} calls, ${again} of them begun by the daemon and made again`;
}

/** What the agent hears is what it would have heard from a hook that was left alone. */
function judge({ event, file, reply }: Made): void {
  const said = reply?.hookSpecificOutput;
  if (event === 'pre-tool') assert.match(said?.permissionDecisionReason ?? '', /no-force-push/);
  else if (event === 'stop') assert.match(reply?.reason ?? '', /fetch-deadline/);
  else assert.ok(said?.additionalContext?.includes(`${file}:1:`), `nothing was said of ${file}: ${JSON.stringify(reply)}`);
}

function judgeSpool(round: number, records: readonly SpoolRecord[]): void {
  const { touched, told, open, holds } = readLedger(records);
  const files = ['a', 'b'].map((name) => `src/${round}-${name}.ts`);
  assert.deepEqual([...touched].sort(), files);
  assert.deepEqual([...open.values()].map((one) => one.path).sort(), files);
  for (const fingerprint of open.keys()) assert.ok(told.has(fingerprint));
  assert.equal(holds, 1);
  assert.ok(records.some((record) => record.type === 'denied'));
  assert.ok(!records.some((record) => record.type === 'fault'));
}

/** Calls of which something was written twice. */
function attemptsTwice(records: readonly SpoolRecord[]): number {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { call = '', type } of records) {
    const key = `${call} ${type}`;
    if (seen.has(key)) twice.add(call);
    seen.add(key);
  }
  return twice.size;
}

function callHook(repo: HookRepository, { session, event, file }: Omit<Made, 'reply'>): Promise<Made> {
  const tool =
    event === 'pre-tool'
      ? { tool_name: 'Bash', tool_input: { command: file } }
      : { tool_name: 'Write', tool_input: { file_path: path.join(repo.root, file) } };
  const payload = {
    session_id: session,
    cwd: repo.root,
    transcript_path: '/none',
    tool_use_id: `${event}-${file}`,
    stop_hook_active: false,
    ...tool,
  };
  const child = spawn('sh', ['-c', hookCommand('claude', event)], { cwd: repo.root, env: repo.env });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  child.stdin.end(JSON.stringify(payload));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code !== 0 || said.stderr !== '') reject(new Error(`the hook ended with ${code}: ${said.stderr}`));
      else resolve({ session, event, file, reply: said.stdout === '' ? undefined : JSON.parse(said.stdout) });
    });
  });
}
