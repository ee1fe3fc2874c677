import * as z from 'zod';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';
import { slugSchema } from './slug.ts';

/** A path a user takes through the product, step by step in the body: what evidence has to show. */
export const journeySchema = z
  .strictObject({
    ...schemaKey,
    id: slugSchema.describe('equals the file name without .md'),
    title: z.string().min(1).describe('what it is about, in a few words'),
    screens: z.array(z.string().min(1)).min(1).optional().describe('names of the screens it passes, in order'),
    routes: z.array(z.string().min(1)).min(1).optional().describe('addresses it visits, such as /cart or POST /api/orders, in order'),
    signs: signsSchema.optional(),
    owner: z.string().min(1).optional().describe('person or team that answers for the journey'),
  })
  .describe('Front matter of a journey page.');

export type Journey = z.infer<typeof journeySchema>;
