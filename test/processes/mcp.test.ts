import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type SampleRepository, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';
import { cleanEnvironment } from './clean-environment.ts';

const main = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

suite('tackroom mcp', () => {
  let repository: SampleRepository;
  let env: Record<string, string>;

  beforeEach(() => {
    repository = sampleRepository({ ...sampleHarness, 'src/run.ts': 'eval(text);\n' });
    repository.commit();
    env = cleanEnvironment(path.join(repository.root, '.git'));
  });
  afterEach(() => repository.remove());

  const assertServes = async (client: Client) => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['ground', 'guidance', 'check', 'ask'],
    );
    const { content } = await client.callTool({ name: 'check', arguments: {} });
    assert.match(JSON.stringify(content), /1 finding \(1 P1\).*src\/run\.ts:1:1/);
  };

  for (const mode of ['legacy', 'auto'] as const) {
    test(`the official client speaks with it over standard input and output (${mode})`, async () => {
      const client = new Client({ name: 'contract', version: '1' }, { versionNegotiation: { mode } });
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], cwd: repository.root, env, stderr: 'inherit' }),
      );
      await assertServes(client);
      await client.close();
    });
  }

  test('over HTTP it is on loopback alone, wants its token, and ends by SIGINT', async () => {
    const server = spawn(process.execPath, [main, 'mcp', '--http'], { cwd: repository.root, env });
    const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
    try {
      const said = await firstLines(server, 2);
      const url = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(said)?.[0] ?? assert.fail(said);
      const file = / (\/\S+\/mcp\.token)\n/.exec(said)?.[1] ?? assert.fail(said);
      if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o600);
      const token = fs.readFileSync(file, 'utf8').trim();
      assert.ok(!said.includes(token), 'it says its token');
      assert.equal((await fetch(url, { method: 'POST', signal: AbortSignal.timeout(5_000) })).status, 401);
      for (const address of otherAddresses())
        await assert.rejects(fetch(url.replace('127.0.0.1', address), { signal: AbortSignal.timeout(5_000) }));
      const client = new Client({ name: 'contract', version: '1' });
      const requestInit = { headers: { authorization: `Bearer ${token}` } };
      await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
      await assertServes(client);
      await client.close();
    } finally {
      server.kill('SIGINT');
    }
    assert.equal(await ended, 130);
  });

  test('a port that is taken is said in a line', async () => {
    const run = (port: string) => spawn(process.execPath, [main, 'mcp', '--http', '--port', port], { cwd: repository.root, env });
    const first = run('0');
    const ended = new Promise((resolve) => first.once('close', resolve));
    try {
      const port = /127\.0\.0\.1:(\d+)/.exec(await firstLines(first, 1))?.[1] ?? assert.fail();
      const second = run(port);
      let stderr = '';
      second.stderr.on('data', (text) => {
        stderr += text;
      });
      assert.equal(await new Promise((resolve) => second.once('close', resolve)), 2);
      assert.match(stderr, new RegExp(`^tackroom: Port ${port} is in use\\.\nChoose another`));
    } finally {
      first.kill('SIGTERM');
      await ended;
    }
  });
});

async function firstLines(child: ChildProcess, count: number): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.split('\n').length > count) break;
  }
  return text;
}

function otherAddresses(): string[] {
  return Object.values(os.networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap(({ address, family, internal }) => (internal || family !== 'IPv4' ? [] : [address])),
  );
}
