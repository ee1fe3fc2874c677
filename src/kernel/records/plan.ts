import * as z from 'zod';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';

/** The states of a plan in each of its two folders. */
export const planStatuses = {
  active: ['draft', 'active', 'blocked'],
  completed: ['completed', 'abandoned'],
} as const;

/** A piece of work that spans several changes: in docs/plans/active while it runs, then in docs/plans/completed. */
export const planSchema = z
  .strictObject({
    ...schemaKey,
    title: z.string().min(1).optional().describe('absent: the first heading'),
    status: z
      .enum([...planStatuses.active, ...planStatuses.completed])
      .optional()
      .describe(
        'draft, active or blocked in docs/plans/active; completed or abandoned in docs/plans/completed; absent: as the folder says',
      ),
    signs: signsSchema.optional(),
    owner: z.string().min(1).optional().describe('person or team that answers for the plan'),
  })
  .describe('Front matter of a plan page.');

export type Plan = z.infer<typeof planSchema>;
