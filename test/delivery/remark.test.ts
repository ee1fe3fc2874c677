import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harnessRemarks, isHarnessPath, renderRemarks, unsaidRemarks } from '#delivery/remark.ts';
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

test('mistakes are told of the pages that were just written', () => {
  const mistakes = [
    { path: 'harness/guardrails/a.md', text: 'harness/guardrails/a.md:4:1 Unknown key.' },
    { path: 'harness/guardrails/b.md', text: 'harness/guardrails/b.md:9:1 Another one.' },
  ];
  assert.deepEqual(
    harnessRemarks(['src/a.ts', 'harness/guardrails/a.md'], mistakes).map(({ text }) => text),
    [
      'harness/guardrails/a.md belongs to the harness that work is judged by. Tell the person that you changed it, and why.',
      'harness/guardrails/a.md:4:1 Unknown key. Until this is mended the page is not in force.',
    ],
  );
});

test('a remark is made once a context window', () => {
  const about = { at: 1, session: 's', agent: 'claude' };
  const said = {
    ...about,
    type: 'delivery' as const,
    moment: 'post-tool',
    fingerprints: ['harness@harness/a.md'],
    text: 't',
    guardrails: [],
  };
  const remarks = harnessRemarks(['harness/a.md', 'harness/b.md'], []);
  const keys = (records: Parameters<typeof readLedger>[0]) => unsaidRemarks(remarks, readLedger(records)).map(({ key }) => key);
  assert.deepEqual(keys([said]), ['harness@harness/b.md']);
  assert.deepEqual(keys([said, { ...about, type: 'session', source: 'compact', worktree: '/w' }]), [
    'harness@harness/a.md',
    'harness@harness/b.md',
  ]);
});

test('many remarks are cut', () => {
  assert.equal(renderRemarks([]), '');
  const many = Array.from({ length: 7 }, (_, index) => ({ key: `${index}`, text: `remark\n${index}` }));
  assert.equal(renderRemarks(many).split('\n').length, 6);
  assert.match(renderRemarks(many), /^Tackroom: remark 0\n[\s\S]*\nTackroom: and 2 more like these\.$/);
});
