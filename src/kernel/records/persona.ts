import * as z from 'zod';
import { globsSchema } from './glob.ts';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';
import { slugSchema } from './slug.ts';

/** One pair of eyes in a review: what it looks at and when it is called. Its bullets are in the body of its page. */
export const personaSchema = z
  .strictObject({
    ...schemaKey,
    name: slugSchema.describe('equals the file name without .md'),
    files: globsSchema.describe('files this persona reads; a leading ! takes files out again'),
    when: z.string().min(1).describe('which changes call this persona, in one sentence'),
    signs: z.record(slugSchema, signsSchema).optional().describe('for bullets, by their ids: by what one knows that a change is theirs'),
    model: z.string().min(1).optional().describe('the model that speaks for this persona; absent: the default of the review'),
  })
  .describe('Front matter of a persona page.');

export type Persona = z.infer<typeof personaSchema>;
