import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { serveOverStdio } from '#mcp/serve-stdio.ts';

export interface Message {
  id?: number | string;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

/** A server in this process and the two ends of its pipes: what is sent and read here is written by hand. */
export function handClient(place: { cwd: string; env: Record<string, string | undefined> }) {
  const stdin = new PassThrough();
  const inbox: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  const faults: string[] = [];
  const cancel = new AbortController();
  let lastId = 0;
  const streams = {
    stdin,
    write: (text: string) => {
      assert.match(text, /^\{.*\}\n$/, 'something else than one message on standard output');
      const message: Message = JSON.parse(text);
      const next = waiting.shift();
      if (next === undefined) inbox.push(message);
      else next(message);
    },
    onFault: (error: Error) => faults.push(error.message),
  };
  const ended = serveOverStdio({ ...place, version: '0.0.0' }, streams, cancel.signal);
  const sendLine = (line: string) => stdin.write(`${line}\n`);
  const send = (message: Message) => sendLine(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const receive = () => {
    const first = inbox.shift();
    return first === undefined ? new Promise<Message>((resolve) => waiting.push(resolve)) : Promise.resolve(first);
  };
  const request = (method: string, params: Record<string, unknown> = {}) => {
    send({ id: ++lastId, method, params });
    return lastId;
  };
  const ask = async (method: string, params?: Record<string, unknown>) => {
    const id = request(method, params);
    const answer = await receive();
    assert.equal(answer.id, id);
    return answer;
  };
  const initialize = async (protocolVersion = '2025-11-25', capabilities = {}) => {
    const answer = await ask('initialize', { protocolVersion, capabilities, clientInfo: { name: 'hand', version: '1' } });
    send({ method: 'notifications/initialized' });
    return answer;
  };
  return {
    ...{ send, sendLine, receive, request, ask, initialize, faults, inbox, ended },
    call: (name: string, args: Record<string, unknown> = {}) => ask('tools/call', { name, arguments: args }),
    close: () => {
      stdin.end();
      return ended;
    },
    cancel: () => {
      cancel.abort(new Error('cancelled'));
      return ended;
    },
  };
}
