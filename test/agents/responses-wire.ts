import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import type { Item, ModelRequest } from './conversation.ts';
import { type Action, type Part, partsOf, type Reply } from './script.ts';
import type { Wire, WireEvent } from './wire.ts';

/** The Responses API as Codex uses it. */
export const responsesWire: Wire = { path: '/v1/responses', read: readRequest, write: (reply) => events(reply, plainItem) };

/** Most of Codex's models: no tools are declared but one that runs JavaScript, which calls the others. */
export const codeModeWire: Wire = {
  path: '/code-mode/v1/responses',
  read: readRequest,
  write: (reply) => events(reply, codeModeItem),
};

const textPart = z.object({ text: z.string() });
const inputItem = z.union([
  z.object({ type: z.literal('message'), role: z.enum(['developer', 'system', 'user', 'assistant']), content: z.array(z.unknown()) }),
  z.object({ type: z.literal('function_call'), name: z.string(), arguments: z.string() }),
  z.object({ type: z.literal('custom_tool_call'), name: z.string(), input: z.string() }),
  z.object({ type: z.enum(['function_call_output', 'custom_tool_call_output']), output: z.union([z.string(), z.array(z.unknown())]) }),
  z.object({ type: z.string() }),
]);
const requestSchema = z.object({ input: z.array(inputItem) });
const metadataSchema = z.object({ request_kind: z.string() });

/** What Codex says of a request in its header. */
const purposes = new Map<string, ModelRequest['purpose']>([
  ['turn', 'step'],
  ['compaction', 'summary'],
]);

function readRequest(body: unknown, headers: IncomingHttpHeaders): ModelRequest {
  const metadata = metadataSchema.parse(JSON.parse(String(headers['x-codex-turn-metadata'] ?? '{"request_kind":"unknown"}')));
  return { purpose: purposes.get(metadata.request_kind) ?? 'aside', items: requestSchema.parse(body).input.flatMap(readItem) };
}

function readItem(item: z.infer<typeof inputItem>): Item[] {
  if ('role' in item) return [{ from: item.role === 'developer' ? 'system' : item.role, text: readParts(item.content) }];
  if ('arguments' in item) return [{ from: 'assistant', text: `${item.name} ${item.arguments}` }];
  if ('input' in item) return [{ from: 'assistant', text: `${item.name} ${item.input}` }];
  if ('output' in item) return [{ from: 'tool', text: readParts(item.output) }];
  return [];
}

function readParts(value: string | readonly unknown[]): string {
  if (typeof value === 'string') return value;
  return value.map((part) => textPart.safeParse(part).data?.text ?? '').join('\n');
}

function events(reply: Reply, toItem: (part: Part) => object): WireEvent[] {
  const usage = {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 20,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 120,
  };
  return [
    { type: 'response.created', response: { id: `resp_${reply.id}` } },
    ...partsOf(reply).map((part, n) => ({ type: 'response.output_item.done', output_index: n, item: toItem(part) })),
    { type: 'response.completed', response: { id: `resp_${reply.id}`, usage } },
  ];
}

function plainItem({ id, step }: Part): object {
  if (step.do === 'say') return message(id, step.text);
  const call = toolCall(step);
  if (call.tool === 'apply_patch') return customCall(id, 'apply_patch', call.patch);
  const named = call.tool === 'mcp' ? { namespace: 'mcp__tackroom', name: call.name } : { name: call.tool };
  const input = call.tool === 'mcp' ? call.input : { cmd: call.command };
  return { type: 'function_call', id: `fc_${id}`, call_id: `call_${id}`, ...named, arguments: JSON.stringify(input) };
}

function codeModeItem({ id, step }: Part): object {
  if (step.do === 'say') return message(id, step.text);
  const call = toolCall(step);
  const { name, argument } = codeCall(call);
  return customCall(id, 'exec', `text(JSON.stringify(await tools.${name}(${JSON.stringify(argument)})));`);
}

function codeCall(call: ToolCall): { name: string; argument: unknown } {
  if (call.tool === 'apply_patch') return { name: call.tool, argument: call.patch };
  if (call.tool === 'mcp') return { name: `mcp__tackroom__${call.name}`, argument: call.input };
  return { name: call.tool, argument: { cmd: call.command } };
}

function message(id: string, text: string): object {
  return { type: 'message', role: 'assistant', id: `msg_${id}`, content: [{ type: 'output_text', text }] };
}

function customCall(id: string, name: string, input: string): object {
  return { type: 'custom_tool_call', id: `ctc_${id}`, call_id: `call_${id}`, name, input };
}

type ToolCall =
  | { tool: 'exec_command'; command: string }
  | { tool: 'apply_patch'; patch: string }
  | { tool: 'mcp'; name: string; input: Record<string, unknown> };

function toolCall(step: Action): ToolCall {
  switch (step.do) {
    case 'run':
      return { tool: 'exec_command', command: step.command };
    case 'call':
      return { tool: 'mcp', name: step.tool, input: step.input };
    case 'write':
      return patch(`*** Add File: ${step.path}\n${marked('+', step.text)}`);
    case 'edit':
      return patch(`*** Update File: ${step.path}\n@@\n${marked('-', step.from)}\n${marked('+', step.to)}`);
  }
}

function patch(change: string): ToolCall {
  return { tool: 'apply_patch', patch: `*** Begin Patch\n${change}\n*** End Patch\n` };
}

function marked(mark: string, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => mark + line).join('\n');
}
