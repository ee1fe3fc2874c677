import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';

const common = { session_id: 's1', cwd: '/repo', transcript_path: '/t.jsonl' };
const parse = (agent: string, event: string, fields: object) =>
  parseCall({ agent, event, payload: JSON.stringify({ ...common, ...fields }) });
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
  assert.equal(parse('gremlin', 'stop', {}), undefined);
  assert.equal(parse('claude', 'dance', {}), undefined);
  for (const text of ['', 'null', '[]', '{', '"x"', '{"cwd":1,"session_id":"s"}', '{"cwd":"/a\\u0000b","session_id":"s"}'])
    assert.equal(parseCall({ agent: 'claude', event: 'stop', payload: text }), undefined, text);
});

test('any JSON at all is parsed without a crash', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('Bash', 'apply_patch', 'Write', '/repo'));
  const payload = fc.dictionary(
    fc.constantFrom('cwd', 'session_id', 'tool_name', 'tool_input', 'tool_use_id', 'source', '__proto__'),
    value,
  );
  fc.assert(
    fc.property(payload, fc.constantFrom('session-start', 'pre-tool', 'post-tool', 'stop'), (fields, event) => {
      parseCall({ agent: 'codex', event, payload: JSON.stringify(fields) });
    }),
    { numRuns: 2000 },
  );
});

function said(input: HookInput | undefined, answer: HookAnswer): unknown {
  assert.ok(input);
  const text = renderAnswer(input, answer);
  return text === '' ? undefined : JSON.parse(text);
}

test('answers have the exact shapes the agents accept', () => {
  const stop = parse('codex', 'stop', {});
  const shell = { tool_name: 'Bash', tool_input: { command: 'ls' } };
  assert.equal(said(stop, { kind: 'silent' }), undefined);
  for (const [event, name, fields] of [
    ['post-tool', 'PostToolUse', shell],
    ['pre-tool', 'PreToolUse', shell],
    ['session-start', 'SessionStart', {}],
    ['session-start', 'SubagentStart', { agent_id: 'a1' }],
    ['session-start', 'SessionStart', { agent_id: 'a1', source: 'compact' }],
    ['prompt', 'UserPromptSubmit', { prompt: 'do it' }],
  ] as const) {
    assert.deepEqual(said(parse('codex', event, fields), { kind: 'context', text: 'x' }), {
      hookSpecificOutput: { hookEventName: name, additionalContext: 'x' },
    });
  }
  assert.deepEqual(said(parse('claude', 'pre-tool', shell), { kind: 'deny', reason: 'no' }), {
    hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny', permissionDecisionReason: 'no' },
  });
  assert.deepEqual(said(stop, { kind: 'hold', reason: 'r' }), { decision: 'block', reason: 'r' });
  assert.deepEqual(said(stop, { kind: 'let-go', text: 't' }), { systemMessage: 't' });
});

test('what a moment has no place for is not said: Codex would refuse the whole answer', () => {
  assert.equal(said(parse('codex', 'stop', {}), { kind: 'context', text: 'x' }), undefined);
  assert.equal(said(parse('codex', 'stop', {}), { kind: 'deny', reason: 'x' }), undefined);
  assert.equal(said(parse('codex', 'prompt', { prompt: 'p' }), { kind: 'hold', reason: 'x' }), undefined);
  assert.equal(said(parse('claude', 'compact', {}), { kind: 'context', text: 'x' }), undefined);
  assert.notEqual(said(parse('claude', 'stop', {}), { kind: 'context', text: 'x' }), undefined);
});

test("Claude's edit tools say what they put in and what they take out", () => {
  const edits = (tool: string, input: object) => {
    const heard = parse('claude', 'pre-tool', { tool_name: tool, tool_use_id: 't', tool_input: input });
    assert.ok(heard?.event === 'pre-tool' && heard.intent.kind === 'edit');
    return heard.intent.edits;
  };
  assert.deepEqual(edits('Write', { file_path: 'a', content: 'x\n' }), [{ path: 'a', added: 'x\n', removed: '', whole: true }]);
  assert.deepEqual(edits('Edit', { file_path: 'a', old_string: 'x', new_string: 'y' }), [{ path: 'a', added: 'y', removed: 'x' }]);
  const pairs = [
    { old_string: 'x', new_string: 'y' },
    { old_string: 'z', new_string: '' },
  ];
  assert.deepEqual(edits('MultiEdit', { file_path: 'a', edits: pairs }), [
    { path: 'a', added: 'y', removed: 'x' },
    { path: 'a', added: '', removed: 'z' },
  ]);
  assert.deepEqual(edits('NotebookEdit', { notebook_path: 'n.ipynb', new_source: 'x' }), [{ path: 'n.ipynb', added: 'x', removed: '' }]);
});

const patch =
  '*** Begin Patch\n*** Update File: a.ts\n*** Move to: b.ts\n@@ fn\n kept\n-old\n+new\n+*** Add File: fake\n*** Add File: c.ts\n+one\n+two\n*** Delete File: d.ts\n*** End Patch\n';

test('a Codex patch is one planned edit a file, and a moved file goes where it was', () => {
  const planned = [
    { path: 'b.ts', added: 'new\n*** Add File: fake\n', removed: 'old\n' },
    { path: 'a.ts', added: '', removed: '' },
    { path: 'c.ts', added: 'one\ntwo\n', removed: '', whole: true },
    { path: 'd.ts', added: '', removed: '' },
  ];
  const heard = parse('codex', 'pre-tool', { tool_name: 'apply_patch', tool_input: { command: patch } });
  assert.deepEqual(heard?.event === 'pre-tool' && heard.intent, { kind: 'edit', edits: planned });
});

test('a patch that a shell line does nothing but apply is one too; with anything beside it the line stays a line', () => {
  const intent = (command: string) => {
    const heard = parse('codex', 'pre-tool', { tool_name: 'Bash', tool_input: { command } });
    return heard?.event === 'pre-tool' ? heard.intent : undefined;
  };
  const paths = (command: string) => {
    const found = intent(command);
    return found?.kind === 'edit' ? found.edits.map(({ path }) => path) : undefined;
  };
  assert.deepEqual(paths(`apply_patch <<'EOF'\n${patch}EOF\n`), ['b.ts', 'a.ts', 'c.ts', 'd.ts']);
  assert.deepEqual(paths(`cd src/lib && apply_patch <<"PATCH"\n${patch}PATCH`), [
    'src/lib/b.ts',
    'src/lib/a.ts',
    'src/lib/c.ts',
    'src/lib/d.ts',
  ]);
  for (const command of [
    `apply_patch <<EOF\n${patch}EOF`,
    `apply_patch <<'EOF'\n${patch}EOF\ngit push -f`,
    `apply_patch <<'EOF'\n${patch}EOF\ngit push -f\nEOF`,
    `git push -f && apply_patch <<'EOF'\n${patch}EOF`,
    `cd "$(rm -r x)" && apply_patch <<'EOF'\n${patch}EOF`,
    'apply_patch',
  ])
    assert.deepEqual(intent(command), { kind: 'shell', command });
});

test('a sub-agent is named, and a call without a name gets one that is the same before and after', () => {
  const fields = { agent_id: 'a1', tool_name: 'Bash', tool_input: { command: 'ls' } };
  const [before, after] = (['pre-tool', 'post-tool'] as const).map((event) => parse('claude', event, fields));
  assert.ok(before?.event === 'pre-tool' && after?.event === 'post-tool');
  assert.equal(before.subagent, 'a1');
  assert.equal(before.toolUseId, after.toolUseId);
  assert.match(before.toolUseId, /^[0-9a-f]{16}$/);
});
