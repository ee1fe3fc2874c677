import * as z from 'zod';
import { dateSchema } from './date.ts';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';

/** How a part of the system is meant to be. A page without front matter is a current design. */
export const designSchema = z
  .strictObject({
    ...schemaKey,
    title: z.string().min(1).optional().describe('absent: the first heading'),
    status: z.enum(['draft', 'current', 'superseded']).optional().describe('absent: current'),
    signs: signsSchema.optional(),
    owner: z.string().min(1).optional().describe('person or team that keeps the page true'),
    reviewed: dateSchema.optional().describe('the day somebody last compared the page with the code'),
  })
  .describe('Front matter of a design page.');

export type Design = z.infer<typeof designSchema>;
