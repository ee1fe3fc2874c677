import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parsePayload } from '../../src/hooks/parse-payload.ts';
import { renderAnswer } from '../../src/hooks/render-answer.ts';

const common = { session_id: 's1', cwd: '/repo', transcript_path: '/t.jsonl' };
const parse = (agent: string, event: string, fields: object) => parsePayload(agent, event, JSON.stringify({ ...common, ...fields }));
const about = (agent: 'claude' | 'codex') => ({ agent, session: 's1', cwd: '/repo' });

test("Claude's edit tools name one file", () => {
  for (const [tool, key] of [
    ['Write', 'file_path'],
    ['Edit', 'file_path'],
    ['MultiEdit', 'file_path'],
    ['NotebookEdit', 'notebook_path'],
  ] as const) {
    assert.deepEqual(parse('claude', 'post-tool', { tool_name: tool, tool_use_id: 't', tool_input: { [key]: '/repo/a.ts' } }), {
      ...about('claude'),
      event: 'post-tool',
      tool,
      toolUseId: 't',
      wrote: { kind: 'paths', paths: ['/repo/a.ts'] },
    });
  }
});

test("Codex's patch names files that are added, updated and moved, and not what its lines say", () => {
  const command =
    '*** Begin Patch\n*** Update File: a b.ts\n*** Move to: c.ts\n@@\n-x\n+*** Add File: fake.ts\n*** Add File: d.ts\r\n+y\n*** Delete File: e.ts\n*** End Patch\n';
  const input = parse('codex', 'post-tool', { tool_name: 'apply_patch', tool_use_id: 't', tool_input: { command } });
  assert.ok(input?.event === 'post-tool' && input.wrote.kind === 'paths');
  assert.deepEqual(input.wrote.paths, ['a b.ts', 'c.ts', 'd.ts']);
});

test('a shell call is a command before and after', () => {
  const fields = { tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'ls' } };
  assert.deepEqual(parse('codex', 'pre-tool', fields), {
    ...about('codex'),
    event: 'pre-tool',
    tool: 'Bash',
    toolUseId: 't',
    intent: { kind: 'shell', command: 'ls' },
  });
  assert.deepEqual(parse('codex', 'post-tool', fields), {
    ...about('codex'),
    event: 'post-tool',
    tool: 'Bash',
    toolUseId: 't',
    wrote: { kind: 'shell', command: 'ls' },
  });
});

test('session start knows where it comes from, stop needs no more', () => {
  assert.deepEqual(parse('claude', 'session-start', { source: 'compact' }), {
    ...about('claude'),
    event: 'session-start',
    source: 'compact',
  });
  assert.deepEqual(parse('claude', 'session-start', { source: 'news' }), { ...about('claude'), event: 'session-start', source: 'startup' });
  assert.deepEqual(parse('codex', 'stop', {}), { ...about('codex'), event: 'stop' });
});

test('what concerns us not, or is no payload, is nothing', () => {
  assert.equal(parse('claude', 'post-tool', { tool_name: 'Read', tool_input: {} }), undefined);
  assert.equal(parse('claude', 'pre-tool', { tool_name: 'Write', tool_input: { file_path: 'x' } }), undefined);
  assert.equal(parse('gremlin', 'stop', {}), undefined);
  assert.equal(parse('claude', 'dance', {}), undefined);
  for (const text of ['', 'null', '[]', '{', '"x"', '{"cwd":1,"session_id":"s"}', '{"cwd":"/a\\u0000b","session_id":"s"}'])
    assert.equal(parsePayload('claude', 'stop', text), undefined, text);
});

test('any JSON at all is parsed without a crash', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('Bash', 'apply_patch', 'Write', '/repo'));
  const payload = fc.dictionary(
    fc.constantFrom('cwd', 'session_id', 'tool_name', 'tool_input', 'tool_use_id', 'source', '__proto__'),
    value,
  );
  fc.assert(
    fc.property(payload, fc.constantFrom('session-start', 'pre-tool', 'post-tool', 'stop'), (fields, event) => {
      parsePayload('codex', event, JSON.stringify(fields));
    }),
    { numRuns: 2000 },
  );
});

test('answers have the exact shapes the agents accept', () => {
  assert.equal(renderAnswer('stop', { kind: 'silent' }), '');
  assert.deepEqual(JSON.parse(renderAnswer('post-tool', { kind: 'context', text: 'x' })), {
    hookSpecificOutput: { hookEventName: 'PostToolUse', additionalContext: 'x' },
  });
  assert.deepEqual(JSON.parse(renderAnswer('session-start', { kind: 'context', text: 'x' })), {
    hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: 'x' },
  });
  assert.deepEqual(JSON.parse(renderAnswer('pre-tool', { kind: 'deny', reason: 'no' })), {
    hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny', permissionDecisionReason: 'no' },
  });
  assert.deepEqual(JSON.parse(renderAnswer('stop', { kind: 'hold', reason: 'r' })), { decision: 'block', reason: 'r' });
});
