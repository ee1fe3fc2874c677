import * as z from 'zod';

const count = z.int().min(0);

const figuresSchema = z.strictObject({
  needed: count.describe('items that the labels ask for, over all cases'),
  delivered: count.describe('of those, the ones the agent had heard when it stopped'),
  said: count.describe('items that were said, each once a case'),
  recall: z.number().describe('delivered / needed; 1 where nothing was needed'),
  precision: z.number().describe('delivered / said; 1 where nothing was said'),
  tokens: z.number().describe('a case, in the mean, of a vocabulary of 200,000 tokens (o200k)'),
});

const playedSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  missed: z.array(z.string()).describe('needed and not said'),
  needless: z.array(z.string()).describe('said and not needed'),
  tokens: count,
});

const setSchema = z.strictObject({
  folder: z.string().describe('the repository that the cases are about'),
  cases: count,
  delivery: figuresSchema.describe('what Tackroom says'),
  globs: figuresSchema.describe('what rules by path globs alone would say: each page whose globs match, and an index of the documents'),
  monolith: figuresSchema.describe('what one file with everything would say'),
  idleTokens: count.describe('tokens said at the prompts, edits and stops of cases that need nothing'),
  idleCases: count.describe('cases that need nothing and were told something'),
  repeated: count.describe('items that were said twice in one context window'),
  forgotten: count.describe('items that were not said again after a compaction, when the same edits came again'),
  played: z.array(playedSchema),
});

/** What `tackroom eval guidance --format json` prints. */
export const guidanceReportSchema = z
  .strictObject({
    version: z.literal(1),
    sets: z.array(setSchema),
  })
  .describe('How good the delivery of guidance is, on labelled cases.');

export type GuidanceReport = z.infer<typeof guidanceReportSchema>;
export type GuidanceSet = GuidanceReport['sets'][number];
export type GuidanceFigures = z.infer<typeof figuresSchema>;
