import * as z from 'zod';
import type { Item, ModelRequest } from './conversation.ts';
import { type Action, type Part, partsOf, type Reply } from './script.ts';
import type { Wire, WireEvent } from './wire.ts';

/** The Messages API as Claude Code uses it. */
export const anthropicWire: Wire = { path: '/v1/messages', read: readRequest, write: writeReply };

const textBlock = z.object({ type: z.literal('text'), text: z.string() });
const block = z.union([
  textBlock,
  z.object({ type: z.literal('tool_use'), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('tool_result'), content: z.union([z.string(), z.array(z.unknown())]).optional() }),
  z.object({ type: z.string() }),
]);
const content = z.union([z.string(), z.array(block)]);
const requestSchema = z.object({
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(z.unknown()).optional(),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant', 'system']), content })),
});

function readRequest(body: unknown): ModelRequest {
  const request = requestSchema.parse(body);
  const items: Item[] = [
    ...readContent('system', request.system ?? []),
    ...request.messages.flatMap((message) => readContent(message.role, message.content)),
  ];
  return { purpose: purposeOf(items, request.tools?.length ?? 0), items };
}

/** Titles and other asides declare at most one tool; a summary is asked for in the last thing the user says. */
function purposeOf(items: readonly Item[], tools: number): ModelRequest['purpose'] {
  const asked = items.findLast((item) => item.from === 'user')?.text ?? '';
  if (/create a detailed summary of (the|this) conversation/i.test(asked)) return 'summary';
  return tools > 1 ? 'step' : 'aside';
}

function readContent(from: Item['from'], value: z.infer<typeof content>): Item[] {
  if (typeof value === 'string') return [{ from, text: value }];
  return value.flatMap((part): Item[] => {
    if ('text' in part) return [{ from: part.text.startsWith('<system-reminder>') ? 'system' : from, text: part.text }];
    if ('name' in part) return [{ from, text: `${part.name} ${JSON.stringify(part.input)}` }];
    if ('content' in part) return [{ from: 'tool', text: readResult(part.content) }];
    return [];
  });
}

function readResult(value: string | readonly unknown[] | undefined): string {
  if (typeof value === 'string') return value;
  return (value ?? []).map((part) => textBlock.safeParse(part).data?.text ?? '').join('\n');
}

function writeReply(reply: Reply): WireEvent[] {
  const usage = { input_tokens: 100, output_tokens: 20, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const open = { content: [], stop_reason: null, stop_sequence: null };
  const stop = { stop_reason: reply.step.do === 'say' ? 'end_turn' : 'tool_use', stop_sequence: null };
  return [
    { type: 'message_start', message: { id: `msg_${reply.id}`, type: 'message', role: 'assistant', model: 'scripted', ...open, usage } },
    ...partsOf(reply).flatMap(writeBlock),
    { type: 'message_delta', delta: stop, usage: { output_tokens: 20 } },
    { type: 'message_stop' },
  ];
}

function writeBlock(part: Part, index: number): WireEvent[] {
  const { start, delta } = blockOf(part);
  return [
    { type: 'content_block_start', index, content_block: start },
    { type: 'content_block_delta', index, delta },
    { type: 'content_block_stop', index },
  ];
}

function blockOf({ id, step }: Part): { start: object; delta: object } {
  if (step.do === 'say') return { start: { type: 'text', text: '' }, delta: { type: 'text_delta', text: step.text } };
  const { name, input } = toolCall(step);
  return {
    start: { type: 'tool_use', id: `toolu_${id}`, name, input: {} },
    delta: { type: 'input_json_delta', partial_json: JSON.stringify(input) },
  };
}

function toolCall(step: Action): { name: string; input: Record<string, unknown> } {
  switch (step.do) {
    case 'write':
      return { name: 'Write', input: { file_path: step.path, content: step.text } };
    case 'edit':
      return { name: 'Edit', input: { file_path: step.path, old_string: step.from, new_string: step.to } };
    case 'run':
      return { name: 'Bash', input: { command: step.command, description: 'Run a command' } };
    case 'call':
      return { name: `mcp__tackroom__${step.tool}`, input: step.input };
  }
}
