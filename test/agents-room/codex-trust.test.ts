import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { codexHookHash, codexHookKey, readCodexTrust } from '#agents/codex-trust.ts';
import { AgentError } from '#agents/errors.ts';

const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

test('the hash is over the handler with its defaults, keys sorted', () => {
  const at = { event: 'PostToolUse', group: 1, handler: 0, matcher: '^Bash$', settings: { type: 'command', command: 'x', timeout: 30 } };
  assert.equal(
    codexHookHash(at),
    sha('{"event_name":"post_tool_use","hooks":[{"async":false,"command":"x","timeout":30,"type":"command"}],"matcher":"^Bash$"}'),
  );
  assert.equal(codexHookKey('/r/.codex/hooks.json', at), '/r/.codex/hooks.json:post_tool_use:1:0');
});

test('defaults, limits and a matcher where none counts do not change what is approved', () => {
  const hash = (event: string, settings: object, matcher?: string) =>
    codexHookHash({
      event,
      group: 0,
      handler: 0,
      settings: { type: 'command', command: 'x', ...settings },
      ...(matcher === undefined ? {} : { matcher }),
    });
  assert.equal(hash('Stop', {}), hash('Stop', { timeout: 600, async: false, additionalContextLimit: 2500 }, 'ignored'));
  assert.equal(hash('SessionEnd', {}), hash('SessionEnd', { timeout: 1 }));
  assert.equal(hash('Interrupt', { timeout: 3 }), hash('Interrupt', { timeout: 60 }));
  assert.equal(hash('Stop', { timeout: 0 }), hash('Stop', { timeout: 1 }));
  assert.notEqual(hash('Stop', {}), hash('Stop', { statusMessage: 'm' }));
  assert.notEqual(hash('SessionStart', {}), hash('SessionStart', {}, 'startup'));
  assert.notEqual(hash('Stop', {}), hash('Stop', { additionalContextLimit: 9000 }));
});

test('trust is read for the worktree first, then for its main checkout', () => {
  const toml =
    '[projects."/main"]\ntrust_level = "trusted"\n[projects."/work"]\ntrust_level = "untrusted"\n[hooks.state."/main/.codex/hooks.json:stop:0:0"]\ntrusted_hash = "sha256:1"\n';
  assert.equal(readCodexTrust(toml, ['/work', '/main']).project, 'untrusted');
  assert.equal(readCodexTrust(toml, ['/other', '/main']).project, 'trusted');
  assert.equal(readCodexTrust(toml, ['/other']).project, 'unknown');
  assert.deepEqual(readCodexTrust(toml, []).hooks.get('/main/.codex/hooks.json:stop:0:0'), { trustedHash: 'sha256:1', enabled: true });
});

test('hooks that are switched off are seen, and so is an empty file', () => {
  assert.equal(readCodexTrust('[features]\nhooks = false\n', []).hooksOn, false);
  assert.equal(readCodexTrust('', []).hooksOn, true);
});

test('broken TOML is an error that says nothing of what the file holds', () => {
  assert.throws(
    () => readCodexTrust('secret = "abc', []),
    (error: unknown) => error instanceof AgentError && !error.message.includes('abc'),
  );
});
