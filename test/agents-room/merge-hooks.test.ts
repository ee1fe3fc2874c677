import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inspectHooks } from '#agents/inspect-hooks.ts';
import { mergeHooks } from '#agents/merge-hooks.ts';
import { removeHooks } from '#agents/remove-hooks.ts';
import { MisuseError } from '#kernel/errors.ts';
import { configuredWiring } from './configured-wiring.ts';

const claudeWiring = configuredWiring('claude');
const codexWiring = configuredWiring('codex');

const lintHook = { matcher: 'Write', hooks: [{ type: 'command', command: 'npm run lint', timeout: 5 }] };

test('a configuration that is not there yet gets exactly our hooks', () => {
  const merged = JSON.parse(mergeHooks(undefined, codexWiring));
  assert.deepEqual(Object.keys(merged.hooks), ['SessionStart', 'PreToolUse', 'PostToolUse', 'Stop', 'UserPromptSubmit', 'SubagentStart']);
  assert.equal(merged.hooks.PostToolUse[0].matcher, '^(Bash|apply_patch)$');
  assert.deepEqual(
    merged.hooks.PreToolUse.map(({ matcher }: { matcher: string }) => matcher),
    ['^Bash$', '^apply_patch$'],
  );
  assert.equal(merged.hooks.SessionStart[0].matcher, undefined);
  assert.equal(merged.hooks.SessionStart[0].hooks[0].timeout, 10);
  assert.equal(
    merged.hooks.Stop[0].hooks[0].command,
    'h="$(git rev-parse --show-toplevel 2>/dev/null)/harness/hook.mjs"; [ -f "$h" ] || exit 0; ' +
      `NODE_EXTRA_CA_CERTS= node -e 'eval(require("fs").readFileSync(process.argv[1],"utf8"))' "$h" codex stop`,
  );
});

test("other people's hooks come first and keep their characters", () => {
  const before =
    '{\n    "permissions": {"allow": ["Bash(ls:*)"],\n"deny": []},\n    "hooks": {\n        "PostToolUse": [ { "matcher": "Write", "hooks": [] } ]\n    },\n    "future": 1e3\n}\n';
  const after = mergeHooks(before, claudeWiring);
  const merged = JSON.parse(after);
  assert.equal(merged.hooks.PostToolUse.length, 2);
  assert.deepEqual(merged.hooks.PostToolUse[0], { matcher: 'Write', hooks: [] });
  for (const kept of ['"permissions": {"allow": ["Bash(ls:*)"],\n"deny": []}', '{ "matcher": "Write", "hooks": [] }', '"future": 1e3']) {
    assert.ok(after.includes(kept), kept);
  }
  assert.match(after, /\n {8}"SessionStart": \[\n {12}\{/);
});

test('tabs, carriage returns and a byte order mark are kept', () => {
  const after = mergeHooks('\uFEFF{\r\n\t"model": "x"\r\n}\r\n', claudeWiring);
  assert.ok(after.startsWith('\uFEFF{\r\n\t"model": "x",\r\n\t"hooks": {\r\n\t\t"SessionStart"'));
  assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
});

test('a handler of ours in other words stays as it is; one that we wrote gets the words of today', () => {
  const old = 'node harness/hook.mjs claude stop';
  const before = JSON.stringify({ hooks: { Stop: [{ hooks: [{ type: 'command', command: old }] }] } }, null, 2);
  const kept = JSON.parse(mergeHooks(before, claudeWiring));
  assert.deepEqual(kept.hooks.Stop, [{ hooks: [{ type: 'command', command: old }] }]);
  const renewed = JSON.parse(mergeHooks(before, claudeWiring, [old]));
  assert.equal(renewed.hooks.Stop.length, 1);
  assert.equal(renewed.hooks.Stop[0].hooks[0].command, claudeWiring.wires[3]?.command);
});

test('comments, other shapes and broken text are errors that name the file', () => {
  for (const text of ['{ // mine\n}', '{"hooks": [],}', '{', '[]', '{"hooks": []}', '{"hooks": {"Stop": {}}}', 'null']) {
    assert.throws(
      () => mergeHooks(text, claudeWiring),
      (error: unknown) => error instanceof MisuseError && error.message.includes('.claude/settings.json') && error.fix !== undefined,
      text,
    );
  }
});

test('merging twice changes nothing, and removing gives the text from before, whatever stood there', () => {
  const groups = fc.array(fc.oneof(fc.constant(lintHook), fc.constant({}), fc.constant({ hooks: 'odd' }), fc.string()), { maxLength: 3 });
  const settings = fc.record(
    {
      'odd "key" \\': fc.jsonValue(),
      hooks: fc.dictionary(
        fc.constantFrom('PreToolUse', 'PostToolUse', 'Stop', 'SessionStart', 'Notification'),
        fc.oneof(groups.filter((g) => g.length > 0)),
        { minKeys: 1 },
      ),
      model: fc.string(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(settings, fc.constantFrom(0, 2, '\t'), fc.boolean(), (value, indent, crlf) => {
      const text = JSON.stringify(value, null, indent).replaceAll('\n', crlf ? '\r\n' : '\n');
      const merged = mergeHooks(text, claudeWiring);
      assert.equal(mergeHooks(merged, claudeWiring), merged);
      const parsed = JSON.parse(merged);
      for (const key of Object.keys(value)) if (key !== 'hooks') assert.deepEqual(parsed[key], JSON.parse(text)[key]);
      assert.ok(inspectHooks(merged, claudeWiring).every((state) => state.handlers.length === 1));
      const removed = removeHooks(merged, claudeWiring, []);
      assert.deepEqual(removed.kept, []);
      assert.deepEqual(removed.text === undefined ? {} : JSON.parse(removed.text), JSON.parse(text));
      if (indent !== 0 && Object.keys(value).length > 0) assert.equal(removed.text, text);
    }),
    { numRuns: 300 },
  );
});

test('a handler that a person changed is kept, with what was changed', () => {
  const merged = JSON.parse(mergeHooks(undefined, claudeWiring));
  merged.hooks.Stop[0].hooks[0].timeout = 90;
  merged.hooks.PreToolUse[0].matcher = 'Bash|Read';
  merged.hooks.PostToolUse[0].hooks[0].command = 'echo; node harness/hook.mjs claude post-tool';
  merged.hooks.SessionStart[0].hooks[0].statusMessage = 'hello';
  const removed = removeHooks(JSON.stringify(merged), claudeWiring, []);
  assert.deepEqual(removed.kept, [
    { event: 'SessionStart', reason: 'it was given statusMessage' },
    { event: 'PreToolUse', reason: 'its matcher was changed' },
    { event: 'PostToolUse', reason: 'its command was changed' },
    { event: 'Stop', reason: 'its timeout was changed' },
  ]);
  assert.equal(JSON.parse(removed.text ?? '').hooks.Stop.length, 1);
});

test('our handler leaves a group that it shares with others', () => {
  const ours = { type: 'command', command: claudeWiring.wires[3]?.command, timeout: 30 };
  const text = JSON.stringify({ hooks: { Stop: [{ hooks: [ours, { type: 'command', command: 'date' }] }] } });
  assert.equal(removeHooks(text, claudeWiring, []).text, '{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"date"}]}]}}');
});

test('a configuration of an earlier version gets the new hooks behind the old, whose places and words people have approved', () => {
  const four = ['SessionStart', 'PreToolUse', 'PostToolUse', 'Stop'];
  const whole = JSON.parse(mergeHooks(undefined, codexWiring));
  const before = Object.fromEntries(four.map((event) => [event, whole.hooks[event].slice(0, 1)]));
  const after = JSON.parse(mergeHooks(JSON.stringify({ hooks: before }), codexWiring));
  assert.deepEqual(after, whole);
  for (const event of four) assert.deepEqual(after.hooks[event][0], before[event][0]);
});

test('a matcher that a person widened serves the wire it was written for, and the other wire of the event is added', () => {
  const merged = JSON.parse(mergeHooks(undefined, claudeWiring));
  merged.hooks.PreToolUse = [{ ...merged.hooks.PreToolUse[0], matcher: 'Bash|Read' }];
  const again = JSON.parse(mergeHooks(JSON.stringify(merged), claudeWiring));
  assert.deepEqual(
    again.hooks.PreToolUse.map(({ matcher }: { matcher: string }) => matcher),
    ['Bash|Read', 'Write|Edit|MultiEdit|NotebookEdit'],
  );
});
