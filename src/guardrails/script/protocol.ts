import * as z from 'zod';

/** What the worker is started with. */
export const scriptDataSchema = z.strictObject({
  /** Real path of the worktree. */
  root: z.string(),
  /** URL of the user's module. */
  module: z.string(),
  coverage: z.boolean(),
});

/** What it is asked: first whether it has `started`, which is not the module's time, then `load`, then files, at last `coverage`. */
export const scriptQuestionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started') }),
  z.strictObject({ type: z.literal('load') }),
  z.strictObject({ type: z.literal('choose'), paths: z.array(z.string()), candidates: z.array(z.string()) }),
  z.strictObject({ type: z.literal('check'), path: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('coverage') }),
]);

export const chosenSchema = z.array(z.string());

/** A breach with its place worked out. */
export const scriptHitsSchema = z.array(
  z.strictObject({
    span: z.strictObject({ start: z.int(), end: z.int() }).optional(),
    detail: z.string().optional(),
    replacement: z.string().optional(),
  }),
);

/** Code that never ran: UTF-16 offsets into a file of the repository. */
export const unrunSchema = z.array(z.strictObject({ path: z.string(), start: z.int(), end: z.int() }));

/** What the module threw. `place` is the innermost of its lines that is known. */
export const scriptErrorSchema = z.strictObject({
  message: z.string(),
  place: z.strictObject({ path: z.string(), line: z.int() }).optional(),
});

export type ScriptData = z.infer<typeof scriptDataSchema>;
export type ScriptQuestion = z.infer<typeof scriptQuestionSchema>;
export type ScriptHit = z.infer<typeof scriptHitsSchema>[number];
export type Unrun = z.infer<typeof unrunSchema>[number];
export type ScriptError = z.infer<typeof scriptErrorSchema>;
