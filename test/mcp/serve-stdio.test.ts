import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { questionListSchema } from '#kernel/records/question-list.ts';
import { type SampleRepository, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';
import { handClient, type Message } from './hand-client.ts';

const answerSchema = z.object({
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
});

describe('mcp/serve-stdio', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository({ ...sampleHarness, 'src/run.ts': 'eval(text);\n' });
    repository.commit();
  });
  afterEach(() => repository.remove());

  const env = () => ({ PATH: process.env.PATH, HOME: repository.root, XDG_STATE_HOME: path.join(repository.root, '.git', 'state') });
  const start = (cwd = repository.root) => handClient({ cwd, env: env() });
  const said = (message: Message) => {
    const { content, structuredContent, isError = false } = answerSchema.parse(message.result);
    return { text: content.map(({ text }) => text).join('\n'), data: structuredContent, isError };
  };
  const open = async () =>
    questionListSchema.parse(JSON.parse((await repository.tackroom(['answer', '--format', 'json'])).stdout)).questions;

  for (const version of ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25']) {
    it(`speaks ${version}`, async () => {
      const client = start();
      const { result } = await client.initialize(version);
      assert.equal(result?.protocolVersion, version);
      const listed = z.object({ tools: z.array(z.object({ name: z.string(), annotations: z.record(z.string(), z.boolean()) })) });
      const { tools } = listed.parse((await client.ask('tools/list')).result);
      assert.deepEqual(
        tools.map(({ name, annotations }) => [name, annotations.readOnlyHint, annotations.destructiveHint]),
        [
          ['ground', true, false],
          ['guidance', true, false],
          ['check', true, false],
          ['ask', false, false],
        ],
      );
      const { text } = said(await client.call('check', { changed: true }));
      assert.match(text, /^Tackroom: no findings in 0 files/);
      await client.close();
      assert.deepEqual([client.inbox, client.faults], [[], []]);
    });
  }

  it('answers an unknown version with one that it speaks', async () => {
    const client = start();
    assert.match(String((await client.initialize('1999-01-01')).result?.protocolVersion), /^20/);
    await client.close();
  });

  it('check says the same in words and as data', async () => {
    const client = start();
    await client.initialize();
    const { text, data, isError } = said(await client.call('check', { paths: ['src'] }));
    assert.match(text, /^Tackroom: 1 finding \(1 P1\)\nP1 src\/run\.ts:1:1 .*\[no-eval\]\nFix \[no-eval\]: Call the function you mean\.$/);
    assert.deepEqual(data, { findings: 1, byPriority: { P0: 0, P1: 1, P2: 0, P3: 0 }, files: 1, complete: true, report: text });
    assert.equal(isError, false, 'findings are no fault of the tool');
    await client.close();
  });

  it('what goes wrong is said with what to do, and the server goes on', async () => {
    const client = start();
    await client.initialize();
    const wrong: [string, Record<string, unknown>, RegExp][] = [
      ['check', { paths: ['scr/run.ts'] }, /there is no file or folder scr\/run\.ts\.\nDid you mean src\/run\.ts/],
      ['check', { path: 'src' }, /Unrecognized key/],
      ['check', { paths: ['../elsewhere'] }, /lies outside this repository/],
      ['ask', {}, /It takes a question/],
      ['ask', { question: 'a', wait: 51 }, /wait/],
      ['ask', { ticket: 'zzzzzz' }, /There is no question "zzzzzz"/],
    ];
    for (const [tool, args, reason] of wrong) {
      const { text, isError } = said(await client.call(tool, args));
      assert.equal(isError, true, text);
      assert.match(text, reason);
    }
    client.sendLine('{ this is no JSON');
    assert.match((await client.ask('tools/call', { name: 'nothing', arguments: {} })).error?.message ?? '', /nothing/);
    assert.equal(said(await client.call('check')).isError, false);
    repository.write({ 'harness/guardrails/no-eval.md': 'no page' });
    assert.match(said(await client.call('check')).text, /no-eval\.md/);
    await client.close();
  });

  it('a place without a harness, or without a repository, says how to get one', async () => {
    for (const [cwd, reason] of [
      [path.dirname(repository.root), /is not inside a git repository/],
      [repository.root, /there is no harness in/],
    ] as const) {
      if (cwd === repository.root) repository.git('rm', '-r', '--quiet', 'harness');
      const client = start(cwd);
      await client.initialize();
      const { text, isError } = said(await client.call('check'));
      assert.ok(isError);
      assert.match(text, reason);
      await client.close();
    }
  });

  it('ask returns the answer that comes in time, else a ticket to come back with', async () => {
    const client = start();
    await client.initialize();
    const { data } = said(await client.call('ask', { question: 'Which?', options: ['a', 'b'] }));
    assert.deepEqual([data?.state, (await open())[0]?.from.agent], ['open', 'hand']);
    const ticket = String(data?.ticket);
    client.request('tools/call', { name: 'ask', arguments: { ticket, wait: 50 } });
    await repository.tackroom(['answer', ticket, '--option', '2']);
    const answered = said(await client.receive());
    assert.match(answered.text, /^b\n\(Answer to/);
    assert.deepEqual([answered.data?.answer, answered.data?.state], ['b', 'answered']);
    await client.close();
  });

  it('a call that is cancelled ends, and its question stays open', async () => {
    const client = start();
    await client.initialize();
    const requestId = client.request('tools/call', { name: 'ask', arguments: { question: 'Ever?', wait: 50 } });
    while ((await open()).length === 0);
    client.send({ method: 'notifications/cancelled', params: { requestId } });
    assert.equal(said(await client.call('check')).isError, false);
    assert.equal((await open()).length, 1);
    const begun = performance.now();
    await client.close();
    assert.ok(performance.now() - begun < 5_000, 'it waited for what was cancelled');
  });

  it('ends when its input does, and when it is told to, whatever still runs', async () => {
    for (const way of ['close', 'cancel'] as const) {
      const client = start();
      await client.initialize();
      client.request('tools/call', { name: 'ask', arguments: { question: `Ever, before ${way}?`, wait: 50 } });
      while (!(await open()).some(({ text }) => text.includes(way)));
      const begun = performance.now();
      await client[way]();
      assert.ok(performance.now() - begun < 5_000, `${way} waited for a question`);
      assert.deepEqual(client.inbox, []);
    }
  });

  it('works in the repository of the first root of its client that is one, and where it was started if there is none', async () => {
    const other = sampleRepository({ ...sampleHarness, 'a.ts': '// FIXME\n' });
    try {
      const client = start();
      await client.initialize('2025-06-18', { roots: {} });
      const answers: [unknown, RegExp][] = [
        [{ result: { roots: [{ uri: 'file:///nowhere' }, { uri: pathToFileURL(other.root).href }] } }, /a\.ts:1/],
        [{ result: { roots: [{ uri: pathToFileURL('/nowhere').href }] } }, /src\/run\.ts:1/],
        [{ error: { code: -32601, message: 'no roots' } }, /src\/run\.ts:1/],
      ];
      for (const [answer, found] of answers) {
        client.request('tools/call', { name: 'check', arguments: {} });
        const { id, method } = await client.receive();
        assert.equal(method, 'roots/list');
        client.sendLine(JSON.stringify({ jsonrpc: '2.0', id, ...(answer as object) }));
        assert.match(said(await client.receive()).text, found);
      }
      await client.close();
    } finally {
      other.remove();
    }
  });
});

describe('mcp: what to read and what bears on files', () => {
  let repository: SampleRepository;
  beforeEach(() => {
    repository = sampleRepository({
      ...sampleHarness,
      'harness/personas/reliability.md':
        "---\nname: reliability\nfiles: ['src/**']\nwhen: Calls.\nsigns:\n  retries: ['attempt']\n---\nEyes.\n\n- [retries] What is tried again is tried a bounded number of times.\n",
      'docs/decisions/0001-retry-payments.md':
        '# 1. Retry payments with the same key\n\nStatus: accepted\n\nPayments are retried in `src/pay.ts` with one key.\n',
      'src/pay.ts': 'for (let attempt = 0; attempt < 3; attempt++) pay();\n',
      'src/other.ts': 'export const other = 1;\n',
    });
    repository.commit();
  });
  afterEach(() => repository.remove());

  const open = async () => {
    const client = handClient({
      cwd: repository.root,
      env: { PATH: process.env.PATH, HOME: repository.root, XDG_STATE_HOME: path.join(repository.root, '.git', 'state') },
    });
    await client.initialize();
    return client;
  };
  const textOf = (message: Message) =>
    answerSchema
      .parse(message.result)
      .content.map(({ text }) => text)
      .join('\n');

  it('guidance names what judges a file, and what is checked in it', async () => {
    const client = await open();
    const said = textOf(await client.call('guidance', { paths: ['src/pay.ts'] }));
    assert.match(
      said,
      /^Tackroom, on these files:\n- What is tried again is tried a bounded number of times\. \[reliability\/retries\]\nChecked after each edit: .*\[no-eval\]/,
    );
    assert.match(textOf(await client.call('guidance', { paths: ['src/other.ts'] })), /^Tackroom: nothing that people judge/);
    assert.match(textOf(await client.call('guidance', { paths: ['../x.ts'] })), /lies outside this repository\.\nName files/);
    await client.close();
  });

  it('ground is the reading list of the command line', async () => {
    const client = await open();
    const answer = answerSchema.parse((await client.call('ground', { task: 'retry payments' })).result);
    assert.match(answer.content[0]?.text ?? '', /docs\/decisions\/0001-retry-payments\.md/);
    assert.equal(answer.isError ?? false, false);
    await client.close();
  });
});
