import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameAgents } from '#app/setup/name-agents.ts';

test('agents are named in settings, and every other character stays', () => {
  assert.equal(nameAgents('', ['claude']), 'agents: [claude]\n');
  assert.equal(nameAgents('version: 1 # ours', ['claude', 'cursor']), 'version: 1 # ours\nagents: [claude, cursor]\n');
  assert.equal(nameAgents('version: 1\r\n', ['codex']), 'version: 1\r\nagents: [codex]\r\n');
  assert.equal(
    nameAgents('version:   1\nagents: [ claude,codex ] # both\ncheck: { threshold: P1 }\n', ['gemini']),
    'version:   1\nagents: [gemini] # both\ncheck: { threshold: P1 }\n',
  );
  assert.equal(nameAgents('agents:\n  - claude\n  - codex\nversion: 1\n', ['copilot']), 'agents:\n  [copilot]\nversion: 1\n');
});
