import * as z from 'zod';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import { readingListSchema } from '#kernel/records/reading-list.ts';
import { answerCall, type ToolAbout } from './answer-call.ts';

const input = z.strictObject({
  task: z.string().min(1).max(8_000).describe('the task in words, the id of a ticket, or paths of files'),
  budget: z.int().min(200).max(100_000).optional().describe('most tokens of reading (default 6000)'),
  limit: z.int().min(1).max(50).optional().describe('most entries of reading (default 10)'),
});

/** `ground`: what to read before a task is planned. */
export function registerGround(about: ToolAbout): void {
  const config = {
    title: 'Reading list for a task',
    description: 'What to read before you plan: decisions, designs, runbooks, likely files, a QA plan, and who judges. Call it first.',
    inputSchema: input,
    outputSchema: z.strictObject({ list: readingListSchema, report: z.string() }),
    annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
  };
  about.server.registerTool('ground', config, ({ task, budget, limit }, context) =>
    answerCall(about, context, async ({ root, signal }) => {
      const [{ groundTask }, { sayReading }] = await Promise.all([flow.ground(), flow.sayReading()]);
      const words = task.split(/\s+/).filter((word) => word !== '');
      const list = await groundTask({ cwd: root, env: about.place.env, clock: systemClock, task: words, budget, limit }, signal);
      const report = sayReading(list, words);
      return { text: report, data: { list, report } };
    }),
  );
}
