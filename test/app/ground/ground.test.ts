import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { readingListSchema } from '#kernel/records/reading-list.ts';
import { matchSnapshot, type SampleRepository } from '../../cli/sample-repository.ts';
import { shop } from './shop.ts';

describe('tackroom ground', () => {
  const repository = shop();
  after(() => repository.remove());
  const list = (...args: string[]) => listOf(repository, args);

  it('starts with the ticket, what it is a part of, and what it waits for', async () => {
    const { reading, task } = await list('tr-2');
    assert.deepEqual(task.tickets, ['TR-2']);
    assert.deepEqual(
      reading.slice(0, 3).map(({ path: file, why }) => `${file}: ${why}`),
      [
        'tickets/TR-2.md: the task, Todo, blocked by TR-3 (Done)',
        'tickets/TR-3.md: blocks TR-2, Done',
        'tickets/TR-1.md: TR-2 is a part of it, In Progress',
      ],
    );
  });

  it('puts what holds in the place of what is superseded, and leaves out what was turned down', async () => {
    const { reading, leftOut, history } = await list('a charge that failed is tried again');
    const paths = [...reading, ...leftOut].map((entry) => entry.path);
    assert.ok(paths.includes('docs/decisions/0003-keys.md'), paths.join());
    assert.ok(!(paths.includes('docs/decisions/0001-charge-twice.md') || paths.includes('docs/decisions/0002-rejected.md')), paths.join());
    assert.match(reading.find((entry) => entry.path === 'docs/decisions/0003-keys.md')?.why ?? '', /took the place of 0001/);
    assert.ok(!paths.includes('docs/plans/completed/first-charge.md'));
    assert.deepEqual(
      history.map((plan) => plan.path),
      ['docs/plans/completed/first-charge.md'],
    );
  });

  it('names the section of a long page, with its own tokens', async () => {
    const { reading } = await list('retries of a failed charge');
    const design = reading.find((entry) => entry.path === 'docs/design/payments.md');
    assert.equal(design?.section, 'retries');
    assert.ok((design?.tokens ?? 0) < 40, `${design?.tokens}`);
  });

  it('tells which files, who judges, what to play, who answers, and what is under way', async () => {
    const { files, judges, qa, owners, reading } = await list('TR-2');
    assert.equal(files[0]?.path, 'src/billing/charge.ts');
    assert.deepEqual(
      judges.guardrails.map(({ id }) => id),
      ['money-in-cents'],
    );
    assert.equal(judges.bullets[0]?.bullet, 'retries');
    assert.deepEqual(
      qa.journeys.map((journey) => [journey.path, journey.steps]),
      [['harness/journeys/pay.md', 3]],
    );
    assert.match(qa.journeys[0]?.why ?? '', /POST \/api\/charges, which is in src\/billing\/charge.ts/);
    assert.deepEqual(qa.tests, ['test/charge.test.ts']);
    assert.deepEqual(owners, ['@money']);
    const plan = reading.find(({ kind }) => kind === 'plan');
    assert.match(plan?.why ?? '', /under way, 1 of 2 steps open/);
  });

  it('keeps the budget, and says what does not fit', async () => {
    const all = await list('TR-2', '--limit', '20');
    const few = await list('TR-2', '--budget', '150');
    assert.ok(few.tokens <= 150 && few.tokens > 0, `${few.tokens}`);
    assert.equal(
      few.tokens,
      few.reading.reduce((sum, { tokens }) => sum + tokens, 0),
    );
    const paths = (entries: { path?: string | undefined }[]) => new Set(entries.map((entry) => entry.path));
    assert.deepEqual(paths([...few.reading, ...few.leftOut]), paths([...all.reading, ...all.leftOut]));
    assert.ok(few.leftOut.length > 0);
    assert.equal((await list('TR-2', '--limit', '2')).reading.length, 2);
  });

  it('takes files for the task', async () => {
    const { files, task, judges } = await list('web/Picture.tsx');
    assert.deepEqual(task.files, ['web/Picture.tsx']);
    assert.deepEqual(files[0], { path: 'web/Picture.tsx', why: 'the task names it', tokens: files[0]?.tokens });
    assert.deepEqual(
      judges.guardrails.map(({ id }) => id),
      ['pixels'],
    );
  });

  it('says the same each time', async () => {
    const [first, second] = [
      await repository.tackroom(['ground', 'TR-2', '--format', 'json']),
      await repository.tackroom(['ground', 'TR-2', '--format', 'json']),
    ];
    assert.equal(first.stdout, second.stdout);
  });

  it('speaks to agents in few characters, and to people in full', async () => {
    const agent = await repository.tackroom(['ground', 'TR-2', '--format', 'agent']);
    assert.ok(agent.stdout.length <= 1600);
    matchSnapshot('ground-agent.txt', agent.stdout);
    matchSnapshot('ground-human.txt', (await repository.tackroom(['ground', 'TR-2'])).stdout);
  });

  it('names the ticket that was meant', async () => {
    const { code, stderr } = await repository.tackroom(['ground', 'TR-22']);
    assert.equal(code, 2);
    assert.match(stderr, /there is no ticket TR-22\.\nDid you mean TR-2\?/);
    assert.equal((await repository.tackroom(['ground', 'UTF-8'])).code, 0);
  });

  it('asks for a task that says something', async () => {
    const { code, stderr } = await repository.tackroom(['ground', ' ']);
    assert.equal(code, 2);
    assert.match(stderr, /no task to read for/);
  });

  it('stops when it is asked to', async () => {
    const { code } = await repository.tackroom(['ground', 'TR-2'], { signal: AbortSignal.abort() });
    assert.equal(code, 130);
  });
});

describe('tackroom ground elsewhere', () => {
  it('answers where it may write nothing, and leaves nothing behind in the worktree', async () => {
    const repository = shop();
    try {
      const state = path.join(repository.root, '.git', 'no-folder');
      fs.writeFileSync(state, '');
      const { code, stdout } = await repository.tackroom(['ground', 'TR-2', '--format', 'json'], { env: { XDG_STATE_HOME: state } });
      assert.equal(code, 0);
      assert.equal(stdout, (await repository.tackroom(['ground', 'TR-2', '--format', 'json'])).stdout);
      assert.equal(repository.git('status', '--porcelain'), '');
    } finally {
      repository.remove();
    }
  });

  it('answers in a repository without pages, commits or tickets', async () => {
    const { sampleRepository } = await import('../../cli/sample-repository.ts');
    const repository = sampleRepository({ 'src/a.ts': 'export const greeting = 1;\n' });
    try {
      const { reading, files, index } = await listOf(repository, ['greet guests']);
      assert.deepEqual(reading, []);
      assert.deepEqual(
        files.map((file) => file.path),
        ['src/a.ts'],
      );
      assert.deepEqual(index, { pages: 0, files: 1, commits: 0 });
      assert.match(
        (await repository.tackroom(['ground', 'greet guests', '--format', 'agent'])).stdout,
        /^Nothing is written that bears on this task/,
      );
    } finally {
      repository.remove();
    }
  });
});

async function listOf(repository: SampleRepository, args: readonly string[]) {
  const { code, stdout, stderr } = await repository.tackroom(['ground', ...args, '--format', 'json']);
  assert.equal(code, 0, stderr);
  return readingListSchema.parse(JSON.parse(stdout));
}
