import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { ModelServer } from './model-server.ts';
import { say } from './sample.ts';

test('the same request is answered the same, and an unscripted one ends the turn', async () => {
  const model = await ModelServer.start();
  try {
    model.tasks = [{ prompt: 'First.', steps: [say('one'), say('two')] }];
    const asked = [{ role: 'user', content: 'First.' }];
    assert.match(await ask(model, asked), /"text":"one"/);
    assert.match(await ask(model, asked), /"text":"one"/);
    assert.match(await ask(model, [...asked, { role: 'assistant', content: 'one' }]), /"text":"two"/);
    assert.match(await ask(model, [{ role: 'user', content: 'Second.' }]), /"end_turn"/);
    assert.deepEqual(
      model.exchanges.map((exchange) => exchange.scripted),
      [true, true, true, false],
    );
  } finally {
    await model.close();
  }
});

test('what is wanted from other machines is refused and kept', async () => {
  const model = await ModelServer.start();
  try {
    assert.equal(await tunnel(model, 'example.com:443'), 403);
    assert.equal((await fetch(`${model.url}/v1/models`)).status, 404);
    assert.deepEqual(model.strays, ['CONNECT example.com:443', 'GET /v1/models']);
  } finally {
    await model.close();
  }
});

async function ask(model: ModelServer, messages: readonly object[]): Promise<string> {
  const body = JSON.stringify({ messages, tools: [{}, {}] });
  const response = await fetch(`${model.url}/v1/messages`, { method: 'POST', body });
  return response.text();
}

function tunnel(model: ModelServer, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(model.url);
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const asked = request({ hostname, port, method: 'CONNECT', path });
  asked.on('connect', (response, socket) => {
    socket.destroy();
    resolve(response.statusCode);
  });
  asked.on('error', reject).end();
  return promise;
}
