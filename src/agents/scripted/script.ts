import * as z from 'zod';

/**
 * One step of a scripted model. A step with `when` is taken only if what the agent was told since its last action, or what its
 * last command printed, holds that text (of several, each): so a script mends a breach only where it really heard of it.
 */
export const stepSchema = z.strictObject({
  when: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  say: z.string().optional().describe('what the model writes before it acts'),
  edit: z.strictObject({ path: z.string(), content: z.string() }).optional().describe('writes a whole file, as a patch tool would'),
  run: z.string().optional().describe('a shell line'),
  compact: z.literal(true).optional().describe('the context window is summarised here'),
  stop: z.literal(true).optional().describe('the model believes it is done'),
});

export const scriptSchema = z.strictObject({ task: z.string(), steps: z.array(stepSchema).min(1) });

export type Step = z.infer<typeof stepSchema>;
export type Script = z.infer<typeof scriptSchema>;
