import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type RehearsalEvent, rehearse } from '#app/rehearse.ts';
import type { AgentEvent } from '#kernel/records/agent-event.ts';

test('in a rehearsal every breach is told and mended, a command is denied, and an agent is held at stop', async () => {
  const events: RehearsalEvent[] = [];
  const summary = await rehearse(process.env, { show: (event) => events.push(event), keep: false });
  assert.deepEqual({ ...summary, tokens: 0, moments: [] }, { tasks: 2, told: 12, tokens: 0, moments: [], denied: 1, held: 1, stuck: 0 });
  assert.deepEqual(
    summary.moments.map(({ moment, told }) => [moment, told]),
    [
      ['session start', 2],
      ['at the prompt', 2],
      ['tackroom ground', 1],
      ['tackroom ask', 1],
      ['before edit', 1],
      ['after edit', 1],
      ['denied', 1],
      ['after command', 1],
      ['after compaction', 1],
      ['held at stop', 1],
    ],
  );
  assert.equal(
    summary.moments.reduce((sum, { tokens }) => sum + tokens, 0),
    summary.tokens,
  );
  assert.ok(summary.tokens > 300 && summary.tokens < 3000, `${summary.tokens} tokens`);
  const agent = events.flatMap((event) => (event.type === 'agent' ? [event.event] : []));
  assert.equal(agent.filter(({ type }) => type === 'stopped').length, 2);
  assert.match(textOf(agent, 'denied'), /Tackroom denied this command: .*\[no-force-push\]/);
  assert.match(textOf(agent, 'held'), /^Tackroom: not done yet\..*\[no-swallowed-errors\].*\[fetch-deadline\]/s);
  assert.deepEqual(
    events.flatMap((event) => (event.type === 'answered' ? [event.answer] : [])),
    ['refuse it'],
  );
  const compacted = agent.flatMap((event) => (event.type === 'told' && event.moment === 'after compaction' ? [event.text] : []));
  assert.match(compacted.join('\n'), /Still open in files this session changed.*\[no-swallowed-errors\].*\[prices\/old-prices-stay\]/s);
  const folder = events.flatMap((event) => (event.type === 'project' ? [event.folder] : []))[0] ?? '';
  assert.ok(path.isAbsolute(folder) && !fs.existsSync(path.dirname(folder)), 'nothing is left behind');
});

function textOf(events: readonly AgentEvent[], type: 'denied' | 'held'): string {
  return events.flatMap((event) => (event.type === type ? [event.reason] : [])).join('\n');
}
