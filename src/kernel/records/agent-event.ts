import * as z from 'zod';

/** What a scripted agent reports while it works: one JSON line each on its stdout. */
export const agentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('task'), text: z.string() }),
  z.strictObject({ type: z.literal('said'), text: z.string() }),
  z.strictObject({ type: z.literal('edited'), path: z.string(), lines: z.int() }),
  z.strictObject({ type: z.literal('ran'), command: z.string(), code: z.int(), output: z.string(), ms: z.number() }),
  z.strictObject({ type: z.literal('compacted') }),
  z.strictObject({ type: z.literal('told'), moment: z.string(), text: z.string(), ms: z.number() }),
  z.strictObject({ type: z.literal('denied'), command: z.string(), reason: z.string(), ms: z.number() }),
  z.strictObject({ type: z.literal('held'), reason: z.string(), ms: z.number() }),
  z.strictObject({ type: z.literal('stopped') }),
  z.strictObject({ type: z.literal('stuck'), text: z.string() }),
]);

export type AgentEvent = z.infer<typeof agentEventSchema>;
