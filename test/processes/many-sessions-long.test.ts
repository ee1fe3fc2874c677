import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hookStart } from '#agents/hook-wire.ts';
import { readLedger } from '#delivery/session-ledger.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { HookRepository } from './hook-repository.ts';

const persona = `---
name: reliability
files: ["src/**"]
when: Calls that leave the process.
signs:
  retries: ['for \\(.*attempt']
  timers: ['setInterval\\(']
---
You were called at night.

- [retries] What is tried again is tried a bounded number of times.
- [timers] Whoever starts a timer stops it.
`;

const sessions = Number(process.env.TACKROOM_SESSIONS ?? 200);
/** Hooks at the same time; all sessions are open from the first to the last. */
const atOnce = 12;

const loop = 'for (let attempt = 0; attempt < 3; attempt++) call();\n';
const timer = 'setInterval(tick, 1000);\n';
const breach = 'await fetch(url);\n';

describe(`${sessions} sessions at once in three worktrees`, () => {
  let repository: HookRepository;
  const worktrees: string[] = [];

  before(() => {
    repository = new HookRepository();
    repository.write('harness/personas/reliability.md', persona);
    repository.commit('pages');
    worktrees.push(repository.root);
    for (const name of ['second', 'third']) {
      const root = path.join(repository.scratch, name);
      repository.git('worktree', 'add', '-q', '-b', name, root);
      fs.symlinkSync(path.join(repository.root, 'node_modules'), path.join(root, 'node_modules'));
      worktrees.push(root);
    }
  });
  after(() => repository.remove());

  it('no ledger loses an entry or has one twice', async () => {
    const heard = new Map<string, string[]>();
    const ids = Array.from({ length: sessions }, (_, number) => `session-${number}`);
    const call = async (session: string, event: string, fields: object) => {
      const said = await hook(place(session), event, { session_id: session, ...fields });
      heard.set(session, [...(heard.get(session) ?? []), said]);
    };
    const place = (session: string) => ({ root: worktrees[Number(session.slice(8)) % 3] ?? '', env: repository.env });
    const file = (session: string) => path.join(place(session).root, 'src', `${session}.ts`);
    const edit = (session: string, text: string, about: object = {}) =>
      call(session, 'pre-tool', {
        tool_name: 'Write',
        tool_use_id: 'w',
        tool_input: { file_path: file(session), content: text },
        ...about,
      });
    for (const { root } of ids.slice(0, 3).map(place)) fs.mkdirSync(path.join(root, 'src'), { recursive: true });

    await inTurns(ids.map((id) => () => call(id, 'session-start', { source: 'startup' })));
    // two sub-agents and the main agent of each session, side by side, twice the same edit
    await inTurns(
      ids.flatMap((id) => [
        () => edit(id, loop),
        () => edit(id, loop, { agent_id: 'child-1' }),
        () => edit(id, `${loop}${timer}`, { agent_id: 'child-2' }),
        () => edit(id, loop),
      ]),
    );
    await inTurns(
      ids.map((id) => async () => {
        fs.writeFileSync(file(id), breach);
        await call(id, 'post-tool', { tool_name: 'Write', tool_use_id: 'w', tool_input: { file_path: file(id), content: breach } });
      }),
    );
    await inTurns(ids.map((id) => () => call(id, 'stop', {})));

    for (const id of ids)
      assertLedger(id, { records: repository.spool().read(id), lines: rawLines(repository, id), heard: heard.get(id) ?? [] });
  });
});

function assertLedger(id: string, { records, lines, heard }: { records: SpoolRecord[]; lines: string[]; heard: string[] }): void {
  assert.equal(records.length, lines.length, `${id}: every line can be read`);
  assert.ok(
    records.every(({ session }) => session === id),
    `${id}: no record of another session`,
  );
  const count = (type: SpoolRecord['type']) => records.filter((record) => record.type === type).length;
  assert.deepEqual(
    { sessions: count('session'), touched: count('touched'), hits: count('hit'), held: count('held'), faults: count('fault') },
    { sessions: 1, touched: 1, hits: 1, held: 1, faults: 0 },
    id,
  );
  const said = (subagent?: string) =>
    records.flatMap((one) => (one.type === 'delivery' && one.subagent === subagent ? (one.items ?? []) : []));
  assert.deepEqual(said(), ['reliability/retries'], `${id}: once to the main agent`);
  assert.deepEqual(said('child-1'), ['reliability/retries'], `${id}: once to a sub-agent`);
  assert.deepEqual(said('child-2').sort(), ['reliability/retries', 'reliability/timers'], id);
  const times = heard.filter((text) => text.includes('reliability/retries')).length;
  assert.equal(times, 3, `${id}: what the ledger says was said was heard`);
  assert.equal(readLedger(records).open.size, 1, id);
}

function rawLines(repository: HookRepository, id: string): string[] {
  const text = fs.readFileSync(path.join(repository.spool().folder, `${id}.jsonl`), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

async function inTurns(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function hook({ root, env }: { root: string; env: Record<string, string | undefined> }, event: string, fields: object): Promise<string> {
  const child = spawn('node', [...hookStart, path.join(root, 'harness/hook.mjs'), 'claude', event], { cwd: root, env });
  child.stdin.end(JSON.stringify({ cwd: root, transcript_path: '/none', ...fields }));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`the hook ended with ${code}`))));
  });
}
