import * as z from 'zod';
import { schemaKey } from './schema-key.ts';
import { slugSchema } from './slug.ts';

/** Where a lesson stands on the ladder of interventions, weakest first. */
const rungSchema = z
  .enum(['prompt', 'written', 'judged', 'checked', 'impossible'])
  .describe(
    'prompt: said once; written: a page; judged: a bullet of a persona; checked: a guardrail that runs; impossible: types, structure or generated code rule it out',
  );

/** The common cause of a group of signals. Its counters are in the store; its page holds what it says and where it came from. */
export const lessonSchema = z
  .strictObject({
    ...schemaKey,
    id: slugSchema.describe('equals the file name without .md'),
    title: z.string().min(1).describe('the lesson in one sentence'),
    rung: rungSchema,
    status: z
      .enum(['open', 'proposed', 'adopted', 'withdrawn', 'off'])
      .describe(
        'open: seen, nothing proposed yet; proposed: a change to the harness waits for an answer; adopted: it is in the harness; withdrawn: it did not help; off: it did harm',
      ),
    signals: z.array(z.string().min(1)).min(1).describe('identities or addresses of the signals it came from'),
    pages: z.array(z.string().min(1)).min(1).optional().describe('paths of the pages that carry it, relative to the repository'),
    owner: z.string().min(1).optional().describe('person or team that answers for it'),
  })
  .describe('Front matter of a lesson page.');

export type Lesson = z.infer<typeof lessonSchema>;
