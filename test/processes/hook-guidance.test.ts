import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { HookRepository } from './hook-repository.ts';

const persona = `---
name: reliability
files: ["src/**"]
when: Calls that leave the process.
signs:
  retries: ['for \\(.*attempt', { asked: 'try again', files: ["src/**"] }]
  owners: ['setInterval\\(']
---
You were called at night.

- [retries] What is tried again is tried a bounded number of times.
- [owners] Whoever starts a timer stops it.
`;

const decision = `---
signs:
  - asked: 'refund'
  - run: 'psql'
---
# 3. Refunds go through the ledger

Status: accepted
`;

describe('guidance in a session', () => {
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
    repository.write('harness/personas/reliability.md', persona);
    repository.write('docs/decisions/0003-refunds.md', decision);
    repository.write('src/a.ts', 'export const a = 1;\n');
    repository.commit('pages');
  });
  afterEach(() => repository.remove());

  const contextOf = (reply: ReturnType<HookRepository['hook']>) => reply?.hookSpecificOutput?.additionalContext ?? '';
  const prompt = (text: string) => contextOf(repository.hook('prompt', { prompt: text }));
  const beforeEdit = (added: string, about: object = {}) =>
    contextOf(
      repository.hook('pre-tool', {
        tool_name: 'Edit',
        tool_use_id: `t-${added.length}`,
        tool_input: { file_path: path.join(repository.root, 'src/a.ts'), old_string: 'export const a = 1;', new_string: added },
        ...about,
      }),
    );
  const looped = 'for (let attempt = 0; attempt < 3; attempt++) call();';

  it('comes before the edit it bears on, once, and again after a compaction', () => {
    repository.start();
    assert.equal(beforeEdit('export const a = 2;'), '');
    assert.equal(
      beforeEdit(looped),
      'Tackroom, before you edit src/a.ts:\n- What is tried again is tried a bounded number of times. [reliability/retries]',
    );
    assert.equal(beforeEdit(`${looped}\ncall();`), '', 'it stands in the context window');
    assert.match(repository.start('compact'), /still in force:\n- What is tried again.*\[reliability\/retries\]/);
    assert.equal(beforeEdit(looped), '', 'the compaction said it again');
    repository.hook('compact', {});
    assert.match(beforeEdit(looped), /reliability\/retries/, 'an agent that tells of a compaction only beforehand');
  });

  it('comes at the prompt where the task alone tells, and what was asked is remembered without a word of it', () => {
    repository.start();
    assert.equal(
      prompt('refund order hunter2'),
      'Tackroom, this task bears on:\n- Read docs/decisions/0003-refunds.md (Refunds go through the ledger)',
    );
    assert.equal(prompt('please try again when hunter2 fails'), '');
    assert.match(beforeEdit('export const a = 2;'), /reliability\/retries/, 'the task asks to try again');
    assert.ok(!spoolText(repository).includes('hunter2'));
  });

  it('comes before a command, which is denied all the same where a guardrail says so', () => {
    repository.start();
    prompt('look around'); // makes the index
    const run = (command: string) => repository.hook('pre-tool', { tool_name: 'Bash', tool_use_id: 'r', tool_input: { command } });
    assert.match(contextOf(run('PGPASSWORD=hunter2 psql -c x')), /before you run PGPASSWORD:|before you run this command:/);
    assert.equal(run('git push --force')?.hookSpecificOutput?.permissionDecision, 'deny');
    assert.ok(!spoolText(repository).includes('hunter2'));
  });

  it('reaches each sub-agent in its own context window', () => {
    repository.start();
    assert.match(beforeEdit(looped), /retries/);
    assert.match(beforeEdit(looped, { agent_id: 'child' }), /retries/);
    assert.equal(beforeEdit(looped, { agent_id: 'child' }), '');
  });

  it('comes before a new file, also in a folder that is not there yet, and not for one outside', () => {
    repository.start();
    const write = (file: string) =>
      contextOf(repository.hook('pre-tool', { tool_name: 'Write', tool_use_id: file, tool_input: { file_path: file, content: looped } }));
    assert.equal(write(path.join(repository.scratch, 'src/b.ts')), '');
    assert.match(write(path.join(repository.root, 'src/new/b.ts')), /before you edit src\/new\/b.ts:\n.*retries/);
  });

  it('follows an edit of its page at the very next call', () => {
    repository.start();
    assert.equal(beforeEdit('setInterval(tick, 5);').includes('[reliability/owners]'), true);
    repository.write(
      'harness/personas/reliability.md',
      persona.replace("'setInterval\\\\('", "'watch\\\\('").replace("'setInterval\\(']", "'watch\\(']"),
    );
    repository.session = 'session-2';
    repository.start();
    assert.equal(beforeEdit('setInterval(tick, 5);'), '');
    assert.match(beforeEdit('watch(tick);'), /owners/);
  });

  it('comes after a command that wrote what it bears on', () => {
    repository.start();
    const said = repository.shell(`printf '${looped}\\n' > src/a.ts`);
    assert.match(said, /for what this command wrote:\n- What is tried again/);
  });

  it('is weighed in the spool with what spoke for it, for who asks why', () => {
    repository.start();
    beforeEdit(looped);
    const weighed = repository
      .spool()
      .read(repository.session)
      .find((record): record is SpoolRecord & { type: 'weighed' } => record.type === 'weighed');
    assert.deepEqual(weighed?.said, [{ item: 'reliability/retries', score: 0.6, why: '`for (let attempt = 0; attempt < 3; attempt`' }]);
    const story = JSON.parse(repository.tackroom('explain', '--format', 'json'));
    const moment = story.moments.find((one: { moment: string }) => one.moment === 'pre-tool');
    assert.deepEqual(
      [moment.about, moment.said[0].item, moment.text.includes('reliability/retries')],
      ['before you edit src/a.ts', 'reliability/retries', true],
    );
    assert.match(repository.tackroom('explain'), /said reliability\/retries 0\.60/);
  });

  it('of a ticket that the branch names stands in the brief, and a tracker that cannot be read keeps nobody from working', () => {
    repository.write('tickets/TR-7.md', '---\nid: TR-7\ntitle: Refund twice\nstate: Todo\n---\nA refund is paid twice.\n');
    repository.commit('ticket');
    repository.git('checkout', '-q', '-b', 'anna/TR-7-refunds');
    assert.match(repository.start(), /This is about ticket TR-7 \(Todo\): Refund twice\..*tackroom ground TR-7/s);
    assert.ok(!repository.start('resume').includes('TR-7'));
    repository.write('harness/harness.yaml', 'version: 1\ntracker: { kind: local, folder: ../elsewhere }\n');
    repository.session = 'session-3';
    assert.match(repository.start(), /Tackroom holds this repository to/);
  });

  it('of hooks that run side by side says each thing once', async () => {
    repository.start();
    beforeEdit('export const a = 3;'); // makes the index
    const calls = Array.from({ length: 6 }, (_, number) =>
      repository.hookAsync('pre-tool', {
        tool_name: 'apply_patch',
        tool_use_id: `p-${number}`,
        tool_input: { command: `*** Begin Patch\n*** Update File: src/a.ts\n@@\n-export const a = 1;\n+${looped}\n*** End Patch\n` },
      }),
    );
    const said = (await Promise.all(calls)).filter((text) => text.includes('reliability/retries'));
    assert.equal(said.length, 1);
  });

  it('a sign that takes for ever holds nobody up: it is a fault of ours', () => {
    repository.write(
      'harness/personas/reliability.md',
      persona.replace("['setInterval\\(']", () => "['^(a+)+$']"),
    );
    repository.start();
    assert.equal(beforeEdit(`${'a'.repeat(60)}!`), '');
    const faults = repository
      .spool()
      .read(repository.session)
      .filter(({ type }) => type === 'fault');
    assert.equal(faults.length, 1);
  });
});

function spoolText(repository: HookRepository): string {
  const { folder } = repository.spool();
  return fs
    .readdirSync(folder)
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('');
}
