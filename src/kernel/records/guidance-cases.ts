import * as z from 'zod';
import { schemaKey } from './schema-key.ts';
import { slugSchema } from './slug.ts';

const pathSchema = z.string().min(1).describe('path relative to the repository, with forward slashes');

const stepSchema = z.union([
  z
    .strictObject({
      edit: pathSchema,
      old: z.string().min(1).describe('text that is replaced; it occurs exactly once'),
      new: z.string(),
    })
    .describe('a file is edited'),
  z.strictObject({ write: pathSchema, text: z.string() }).describe('a file is written anew'),
  z.strictObject({ run: z.string().min(1) }).describe('a shell command; it is asked about, and not run'),
]);

const needSchema = z.strictObject({
  item: z.string().min(1).describe('id of a guardrail, `persona/bullet`, or path of a page'),
  why: z.string().min(1).optional(),
});

const caseSchema = z.strictObject({
  id: slugSchema,
  kind: z
    .enum(['edit', 'task', 'near-miss', 'trap', 'nothing'])
    .describe('edit, task: needs something; near-miss, trap: more seems to bear on it than does; nothing: needs nothing'),
  task: z.string().min(1).describe('what a person asks for'),
  steps: z.array(stepSchema).min(1).describe('what an agent then does, in order'),
  needs: z.array(needSchema).describe('everything the agent should have been told before it stops'),
  may: z
    .array(z.string().min(1))
    .optional()
    .describe('items on which two good reviewers differ: to say them is neither right nor wrong, to leave them out neither'),
});

/** Labelled cases that tell how good the delivery of guidance is: `harness/evals/guidance*.yaml`. */
export const guidanceCasesSchema = z
  .strictObject({ ...schemaKey, version: z.literal(1).describe('version of this format'), cases: z.array(caseSchema).min(1) })
  .describe('Labelled cases of guidance, harness/evals/guidance*.yaml; `tackroom eval guidance` plays them.');

export type GuidanceCase = z.infer<typeof caseSchema>;
export type GuidanceStep = z.infer<typeof stepSchema>;
