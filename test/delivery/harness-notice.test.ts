import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harnessKey, isHarnessPath, renderHarnessNotice, unsaidHarnessPaths } from '#delivery/harness-notice.ts';
import { readLedger } from '#delivery/session-ledger.ts';

test('what work is judged by is known by its path', () => {
  for (const path of [
    'harness/guardrails/a.md',
    '.claude/settings.json',
    '.codex/hooks.json',
    'WORKFLOW.md',
    '.github/workflows/ci.yml',
    '.ci/run',
  ])
    assert.ok(isHarnessPath(path), path);
  for (const path of ['src/harness/a.ts', 'docs/harness.md', '.claude/agents/a.md', 'src/WORKFLOW.md', '.github/CODEOWNERS'])
    assert.ok(!isHarnessPath(path), path);
});

test('it is said once a context window', () => {
  const about = { at: 1, session: 's', agent: 'claude' };
  const told = readLedger([
    { ...about, type: 'delivery', moment: 'post-tool', fingerprints: [harnessKey('harness/a.md')], text: 't', guardrails: [] },
  ]);
  assert.deepEqual(unsaidHarnessPaths(['harness/a.md', 'harness/b.md', 'src/a.ts'], told), ['harness/b.md']);
  const compacted = readLedger([
    { ...about, type: 'delivery', moment: 'post-tool', fingerprints: [harnessKey('harness/a.md')], text: 't', guardrails: [] },
    { ...about, type: 'session', source: 'compact', worktree: '/w' },
  ]);
  assert.deepEqual(unsaidHarnessPaths(['harness/a.md'], compacted), ['harness/a.md']);
});

test('many paths are one line', () => {
  assert.equal(renderHarnessNotice([]), '');
  assert.equal(
    renderHarnessNotice(['harness/a.md', 'harness/b.md', 'harness/c.md', 'harness/d.md', 'harness/e.md']),
    'Tackroom: harness/a.md, harness/b.md, harness/c.md and 2 more belong to the harness that work is judged by. Tell the person that you changed them, and why.',
  );
});
