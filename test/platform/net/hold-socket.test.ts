import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { askSocket } from '#platform/net/ask-socket.ts';
import { type HeldSocket, holdSocket } from '#platform/net/hold-socket.ts';

describe('a socket that one process holds', () => {
  let folder: string;
  const held: HeldSocket[] = [];
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hold-'));
  });
  afterEach(async () => {
    for (const socket of held.splice(0)) await socket.close(0);
    fs.rmSync(folder, { recursive: true });
  });

  const whoAnswers = async () => (await askSocket({ folder, name: 's', what: 'GET /', timeoutMs: 5000 }))?.body;
  const hold = async (name: string) => {
    const isTaken = async () => (await whoAnswers()) !== undefined;
    const socket = await holdSocket((_, outgoing) => outgoing.end(name), { folder, name: 's', isTaken });
    if (socket !== undefined) held.push(socket);
    return socket;
  };

  test('is the first one’s, and the second one learns it', async () => {
    const first = await hold('first');
    assert.equal(await hold('second'), undefined);
    assert.equal(await whoAnswers(), 'first');
    assert.equal(first?.isOurs(), true);
    assert.deepEqual(fs.readdirSync(folder), ['s']);
    await first.close(0);
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  test('of many that begin at once one holds it', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => hold(String(index))));
    assert.equal(held.length, 1);
    assert.ok(held[0]?.isOurs());
  });

  test('what a killed process left is cleared away', async () => {
    fs.writeFileSync(path.join(folder, 's'), '');
    fs.writeFileSync(path.join(folder, 's.4194305.x'), ''); // no system has so many processes
    assert.ok((await hold('next'))?.isOurs());
    assert.equal(await whoAnswers(), 'next');
    assert.deepEqual(fs.readdirSync(folder), ['s']);
  });

  test('taken by another it is left to that', async () => {
    const first = await hold('first');
    fs.rmSync(path.join(folder, 's'));
    await hold('second');
    assert.equal(first?.isOurs(), false);
    await first.close(0);
    assert.equal(await whoAnswers(), 'second');
  });
});
