import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import * as z from 'zod';
import { guardRequest } from '#mcp/guard-request.ts';
import { type McpHttp, mcpHttp } from '#mcp/http-handler.ts';
import { type SampleRepository, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';

const address = 'http://127.0.0.1:7777/mcp';
const dataOf = ({ structuredContent }: { structuredContent?: unknown }) => z.record(z.string(), z.unknown()).parse(structuredContent);
const token = 'a'.repeat(43);

describe('mcp/http-handler', () => {
  let repository: SampleRepository;
  let mcp: McpHttp;

  beforeEach(() => {
    repository = sampleRepository({ ...sampleHarness, 'src/run.ts': 'eval(text);\n' });
    const env = { PATH: process.env.PATH, HOME: repository.root, XDG_STATE_HOME: path.join(repository.root, '.git', 'state') };
    mcp = mcpHttp({ cwd: repository.root, env, version: '0.0.0' });
  });
  afterEach(async () => {
    await mcp.close();
    repository.remove();
  });

  const connect = async (mode: 'legacy' | { pin: string }) => {
    const fetch = (url: string | URL, init?: RequestInit) => mcp.fetch(new Request(url, init));
    const client = new Client({ name: 'contract', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL(address), { fetch }));
    return client;
  };

  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    it(`serves a client of ${typeof mode === 'string' ? '2025' : mode.pin}`, async () => {
      const client = await connect(mode);
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        ['ground', 'guidance', 'check', 'ask'],
      );
      const checked = await client.callTool({ name: 'check', arguments: {} });
      assert.equal(dataOf(checked).findings, 1);
      const asked = await client.callTool({ name: 'ask', arguments: { question: 'Which?' } });
      const ticket = String(dataOf(asked).ticket);
      await repository.tackroom(['answer', ticket, 'That.']);
      const answered = await client.callTool({ name: 'ask', arguments: { ticket } });
      assert.equal(dataOf(answered).answer, 'That.');
      const wrong = await client.callTool({ name: 'check', arguments: { paths: ['nowhere.ts'] } });
      assert.equal(wrong.isError, true);
      await client.close();
    });
  }

  it('a client that hangs up cancels what it asked for', async () => {
    const hangUp = new AbortController();
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'ask', arguments: { question: 'Ever?', wait: 50 } } };
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const request = new Request(address, { method: 'POST', headers, body: JSON.stringify(message), signal: hangUp.signal });
    const answer = mcp.fetch(request).then((response) => response.text());
    while (!(await repository.tackroom(['answer'])).stdout.includes('Ever?'));
    const begun = performance.now();
    hangUp.abort();
    await Promise.allSettled([answer]);
    await mcp.close();
    assert.ok(performance.now() - begun < 5_000, 'it waited for a person');
    assert.match((await repository.tackroom(['answer'])).stdout, /Ever\?/);
  });

  it('refuses what is too large, and what is no message', async () => {
    const post = (body: string) =>
      mcp.fetch(new Request(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
    assert.equal((await post(`"${'x'.repeat(2 * 1024 * 1024)}"`)).status, 413);
    assert.ok((await post('{')).status >= 400);
  });

  it('lets in who calls by the name of this machine and knows the token', async () => {
    const call = (headers: Record<string, string>) =>
      guardRequest(new Request(address, { headers: { host: '127.0.0.1:7777', authorization: `Bearer ${token}`, ...headers } }), token);
    assert.equal(call({}), undefined);
    assert.equal(call({ origin: 'http://localhost:3000', host: 'localhost:7777', authorization: `bearer ${token}` }), undefined);
    for (const headers of [
      { host: 'evil.example' },
      { origin: 'https://evil.example' },
      { host: '127.0.0.1.evil.example' },
      { origin: 'null' },
    ])
      assert.equal(call(headers)?.status, 403, JSON.stringify(headers));
    for (const authorization of ['', 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`]) {
      const refused = call({ authorization });
      assert.equal(refused?.status, 401, authorization);
      assert.doesNotMatch((await refused?.text()) ?? '', new RegExp(token));
    }
  });
});
