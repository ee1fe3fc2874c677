import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Ajv from 'ajv';
import { adapterOf } from '#agents/adapters.ts';
import type { AgentAdapter } from '#agents/agent-adapter.ts';
import { inspectHooks } from '#agents/inspect-hooks.ts';
import { mergeHooks } from '#agents/merge-hooks.ts';
import { removeHooks } from '#agents/remove-hooks.ts';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import { type HookAgent, type HookAnswer, type HookInput, hookEvents } from '#kernel/records/hook.ts';
import { answerSchemas } from './answer-schemas.ts';
import { type Recording, recordings } from './recordings.ts';

const answers: readonly HookAnswer[] = [
  { kind: 'silent' },
  { kind: 'context', text: 'Tackroom: "context"\n' },
  { kind: 'deny', reason: 'no' },
  { kind: 'hold', reason: 'not yet' },
  { kind: 'let-go', text: 'gone' },
];

/** What must hold of every agent that Tackroom speaks with. */
export function agentAdapterContract(agent: HookAgent): void {
  const adapter = adapterOf(agent);
  const recorded = recordings(agent);
  describe(`${agent}: what it writes to its hooks`, () => {
    for (const recording of recorded) test(`${recording.name} (${recording.version})`, () => hearsAsRecorded(recording));
    test('a call has one name, before it and after', () => sameNames(recorded));
    test('what is no payload, or of a tool that nobody knows, is met with silence', () => staysSilent(agent, recorded));
  });
  describe(`${agent}: what it is told`, () => {
    test('every answer is one that it reads at that event', () => answersAreRead(agent, recorded));
    test('what it is said to carry is said, and what it cannot carry is not wired', () => carriesWhatItSays(adapter, recorded));
  });
  describe(`${agent}: how it is wired`, () => {
    test('every wire has a recording, and a probe that is heard as its moment', () => wiresAreKnown(adapter, recorded));
    test('hooks are merged once, beside those of others, and taken out without a trace', () => mergesAndRemoves(adapter));
  });
}

function hear({ agent, moment }: Pick<Recording, 'agent' | 'moment'>, payload: unknown): HookInput | undefined {
  return parseCall({ agent, event: moment, payload: JSON.stringify(payload) });
}

function hearsAsRecorded(recording: Recording): void {
  assert.deepEqual(hear(recording, recording.payload) ?? null, recording.heard);
  const future = { ...recording.payload, of_the_future: { tool_name: 'Bash' } };
  assert.deepEqual(hear(recording, future) ?? null, recording.heard, 'fields that nobody knows');
}

function sameNames(recorded: readonly Recording[]): void {
  const named = new Map(recorded.map(({ name, heard }) => [name, heard?.toolUseId]));
  const pairs = [...named.keys()].filter((name) => name.startsWith('before-') && named.has(name.replace('before', 'after')));
  assert.ok(pairs.length > 0);
  for (const name of pairs) assert.equal(named.get(name), named.get(name.replace('before', 'after')), name);
}

function staysSilent(agent: HookAgent, recorded: readonly Recording[]): void {
  for (const payload of ['', 'null', '[]', '{', '"x"', '{}', '{"cwd":1}']) {
    for (const event of hookEvents) assert.equal(parseCall({ agent, event, payload }), undefined, `${event} ${payload}`);
  }
  for (const recording of recorded) {
    const { payload } = recording;
    const tool = ['tool_name', 'toolName', 'tool'].find((key) => key in payload);
    if (tool !== undefined) assert.equal(hear(recording, { ...payload, [tool]: 'dance' }), undefined, recording.name);
    const text = JSON.stringify(payload);
    for (const cut of [1, 9, text.length >> 1, text.length - 1])
      assert.equal(parseCall({ agent, event: recording.moment, payload: text.slice(0, cut) }), undefined);
    assert.equal(parseCall({ agent, event: 'dance', payload: text }), undefined);
  }
}

function answersAreRead(agent: HookAgent, recorded: readonly Recording[]): void {
  const ajv = new Ajv();
  for (const recording of recorded) {
    const input = hear(recording, recording.payload);
    if (input === undefined) continue;
    const schema = answerSchemas[agent][recording.event];
    assert.ok(schema !== undefined, `no schema for an answer to ${recording.event}`);
    for (const answer of answers) {
      const said = renderAnswer(input, answer);
      assert.ok(said === '' || ajv.validate(schema, JSON.parse(said)), `${recording.event} ${answer.kind}: ${said} ${ajv.errorsText()}`);
    }
    assert.equal(renderAnswer(input, { kind: 'silent' }), '');
  }
}

/** What an answer of the kind that a moment is for has to be: said where the adapter says so, and nothing where it says no. */
function carriesWhatItSays({ wiring, carries }: AgentAdapter, recorded: readonly Recording[]): void {
  for (const { moment, payload, agent, name } of recorded) {
    const input = hear({ agent, moment }, payload);
    if (input === undefined || moment === 'compact') continue;
    const about = moment === 'stop' ? ({ kind: 'hold', reason: 'R' } as const) : ({ kind: 'context', text: 'R' } as const);
    const said = renderAnswer(input, about);
    if (carries[moment].how === 'yes') assert.match(said, /"R"/, name);
    if (carries[moment].how === 'no') assert.equal(said, '', name);
    if (input.event === 'pre-tool') assert.match(renderAnswer(input, { kind: 'deny', reason: 'R' }), /"R"/, name);
  }
  const wired = new Set(wiring.wires.map((wire) => wire.moment));
  for (const event of hookEvents) if (event !== 'compact') assert.equal(wired.has(event), carries[event].how !== 'no', event);
}

function wiresAreKnown({ wiring, probe }: AgentAdapter, recorded: readonly Recording[]): void {
  for (const wire of wiring.wires) {
    const about = { session: 's', cwd: '/repo', command: 'true', file: '/repo/harness/hook.mjs' };
    const heard = parseCall({ agent: wiring.agent, event: wire.moment, payload: JSON.stringify(probe(wire, about)) });
    assert.equal(heard?.event, wire.moment, wire.event);
    assert.deepEqual([heard?.session, heard?.cwd], ['s', '/repo']);
    if (heard?.event === 'pre-tool') assert.equal(heard.intent.kind, wire.about === 'edit' ? 'edit' : 'shell');
    assert.ok(
      recorded.some(({ event, moment }) => moment === wire.moment && (wiring.format === 'plugin' || event === wire.event)),
      `no recording of ${wire.event}`,
    );
  }
}

function mergesAndRemoves({ wiring }: AgentAdapter): void {
  if (wiring.format === 'plugin') return;
  const { commandKey, grouped, start } = wiring.format;
  const theirs = { [commandKey]: 'date' };
  const [first] = wiring.wires;
  const others = { ...start, hooks: { [first?.event ?? '']: [grouped ? { hooks: [theirs] } : theirs], TheirOwn: [] }, model: 'x' };
  for (const text of [undefined, '', JSON.stringify(start), JSON.stringify(others, null, '\t'), `${JSON.stringify(others, null, 4)}\r\n`]) {
    const merged = mergeHooks(text, wiring);
    assert.equal(mergeHooks(merged, wiring), merged);
    assert.deepEqual(
      inspectHooks(merged, wiring).map(({ handlers }) => handlers.length),
      wiring.wires.map(() => 1),
    );
    const removed = removeHooks(merged, wiring, []);
    assert.deepEqual(removed.kept, []);
    assert.equal(removed.text, text?.includes('model') ? text : undefined);
  }
}
