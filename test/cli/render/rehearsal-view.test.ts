import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RehearsalEvent } from '#app/rehearse.ts';
import type { AgentEvent } from '#kernel/records/agent-event.ts';
import { createColors } from '../../../src/cli/render/colors.ts';
import { RehearsalView } from '../../../src/cli/render/rehearsal-view.ts';

const agent = (event: AgentEvent, tokens = 0): RehearsalEvent => ({ type: 'agent', event, tokens });
const finding = `P1 src/a.ts:1:1 ${'a finding that says a lot '.repeat(5)}[rule]`;
const moments = [
  { moment: 'denied', told: 1, tokens: 9 },
  { moment: 'after edit', told: 1, tokens: 106 },
];
const events: RehearsalEvent[] = [
  { type: 'project', folder: '/tmp/project' },
  { type: 'wired', files: ['harness/hook.mjs', 'harness/guardrails/a.md', 'harness/runbooks/b.md'] },
  agent({ type: 'task', text: 'Do it.' }),
  agent({ type: 'said', text: 'I write.' }),
  agent({ type: 'edited', path: 'src/a.ts', lines: 1 }),
  agent({ type: 'told', moment: 'after edit of src/a.ts', text: `Tackroom: 1 finding\n${finding}\nFix: mend it.`, ms: 41.6 }, 106),
  agent({ type: 'denied', command: 'git push -f', reason: 'Tackroom denied this.', ms: 3 }, 9),
  agent({ type: 'held', reason: `Tackroom: not done yet.\n${finding}\nFix: mend it.\nMend it.`, ms: 5 }, 50),
  agent({ type: 'ran', command: 'false', code: 1, output: 'nothing for the agent', ms: 1 }),
  { type: 'answered', question: 'Red or blue?', answer: 'blue' },
  agent({ type: 'ran', command: 'npx tackroom ask', code: 0, output: 'blue', ms: 900 }, 2),
  agent({ type: 'ran', command: 'npx tackroom check', code: 0, output: '0 findings', ms: 300 }, 4),
  agent({ type: 'stopped' }),
  { type: 'ended', summary: { tasks: 1, told: 3, tokens: 1165, moments, denied: 1, held: 1, stuck: 0 } },
];

function show(columns: number | undefined, color = false): string {
  const view = new RehearsalView(createColors(color), columns);
  return events
    .map((event) => view.render(event))
    .filter((text) => text !== '')
    .join('\n');
}

test('it names the script first, then who did what, when the agent was told, what it cost, and word for word what', () => {
  const text = show(undefined);
  assert.match(text.split('\n').slice(0, 1).join(), /^Tackroom rehearsal: .* Its model is scripted\.$/);
  assert.match(text, /^agent {5}"I write\." → writes src\/a\.ts \(1 line\)$/m);
  assert.match(text, /^tackroom {2}after edit of src\/a\.ts \(106 tokens, 42 ms\)\n {10}│ Tackroom: 1 finding$/m);
  assert.match(text, /^agent {5}wants to run git push -f\ntackroom {2}before the command: denied \(9 tokens, 3 ms\)$/m);
  assert.match(text, /^agent {5}runs false \(exit 1\)$/m);
  assert.match(text, /^agent {5}runs npx tackroom check\ntackroom {2}answers \(4 tokens, 300 ms\)\n {10}│ 0 findings$/m);
  assert.match(
    text,
    /^agent {5}runs npx tackroom ask\nperson {4}is asked "Red or blue\?", and answers: blue\ntackroom {2}answers \(2 tokens, 900 ms\)\n {10}│ blue$/m,
  );
  assert.doesNotMatch(text, /nothing for the agent/);
  assert.match(text, /^ {2}moment {6}texts {2}tokens\n {2}after edit {2}1 {6}106\n {2}denied {6}1 {6}9$/m);
  assert.match(text, /^Over: 1 task, 3 texts to the agent \(1,165 tokens in all\), 1 command denied, held 1 time at stop\.$/m);
});

test('what was said before is cut to one line, what is new is not', () => {
  const text = show(undefined);
  assert.equal(text.split('Fix: mend it.').length - 1, 1);
  assert.match(text, /^ {10}│ Tackroom: not done yet\.\n {10}│ P1 src.* … \(and 1 line more, as before\)\n {10}│ Mend it\.$/m);
});

test('it keeps to the width of a terminal, and colours only where asked', () => {
  for (const columns of [70, 80, 100])
    for (const line of show(columns).split('\n')) assert.ok(line.length <= columns, `${columns}: ${line}`);
  assert.ok(!show(80).includes('\u001B['));
  assert.ok(show(80, true).includes('\u001B['));
  assert.doesNotThrow(() => show(5));
});

test('a script that waited in vain is said to have failed', () => {
  const view = new RehearsalView(createColors(false), 80);
  const summary = { tasks: 1, told: 0, tokens: 0, moments: [], denied: 0, held: 0, stuck: 1 };
  assert.match(view.render({ type: 'ended', summary }), /^\nFailed: .*\n1 time the script waited/);
});
