import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { askSocket } from '#platform/net/ask-socket.ts';

describe('a question at a socket', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ask-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const ask = (timeoutMs = 5000, in_ = folder) =>
    askSocket({ folder: in_, name: 's', what: 'POST /x', headers: { 'tackroom-call': '1' }, body: 'ä', timeoutMs });

  /** Asks a peer that says what it says to whatever it is asked. */
  async function askPeer(answer: (socket: Socket, asked: string) => void, timeoutMs?: number) {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('data', (chunk) => answer(socket, chunk.toString()));
    }).listen(path.join(folder, 's'));
    await once(server, 'listening');
    try {
      return await ask(timeoutMs);
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  }

  test('gets the whole answer, in characters', async () => {
    let question = '';
    const answer = await askPeer((socket, asked) => {
      question = asked;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\xc3', 'latin1');
      setImmediate(() => socket.end('\xa4bc', 'latin1'));
    });
    assert.deepEqual(answer, { status: 200, body: 'äbc' });
    assert.match(question, /^POST \/x HTTP\/1\.1\r\n/);
    assert.match(question, /\r\ncontent-length: 2\r\n/);
    assert.match(question, /\r\ntackroom-call: 1\r\n/);
  });

  test('silence is an answer too', async () => {
    assert.deepEqual(await askPeer((socket) => socket.end('HTTP/1.1 204 No Content\r\ndate: x\r\n\r\n')), { status: 204, body: '' });
  });

  for (const [what, text] of [
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{"a":'],
    ['more than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{"a":'],
    ['one that does not say how long it is', 'HTTP/1.1 200 OK\r\n\r\n{}'],
    ['another language', 'SSH-2.0-OpenSSH\r\n'],
    ['nothing', ''],
  ] as const) {
    test(`${what} counts as none`, async () => assert.equal(await askPeer((socket) => socket.end(text)), undefined));
  }

  test('nobody, a file that is no socket, a folder that is gone, and one who takes too long', async () => {
    assert.equal(await ask(), undefined);
    fs.writeFileSync(path.join(folder, 's'), '');
    assert.equal(await ask(), undefined);
    fs.rmSync(path.join(folder, 's'));
    assert.equal(await ask(5000, path.join(folder, 'gone'.repeat(60))), undefined);
    assert.equal(await askPeer(() => {}, 50), undefined);
  });
});
