import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type HookAgent, hookAgents, hookEvents } from '#kernel/records/hook.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/agents');

const recordingSchema = z.strictObject({
  agent: z.enum(hookAgents),
  version: z.string().describe('of the agent; `documentation` where none could be run'),
  how: z.string(),
  event: z.string().describe("the agent's own name of the moment"),
  moment: z.enum(hookEvents),
  payload: z.record(z.string(), z.unknown()),
  heard: z.record(z.string(), z.unknown()).nullable().describe('null: it does not concern us'),
});

export type Recording = z.infer<typeof recordingSchema> & { name: string };

/** What an agent wrote to its hooks, each with what has to be heard. */
export function recordings(agent: HookAgent): Recording[] {
  return fs
    .readdirSync(path.join(folder, agent), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...recordingSchema.parse(JSON.parse(fs.readFileSync(path.join(folder, agent, file), 'utf8'))),
      name: path.basename(file, '.json'),
    }));
}
