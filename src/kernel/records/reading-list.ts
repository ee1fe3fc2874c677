import * as z from 'zod';

const count = z.int().min(0);
const tokensSchema = count.describe('of a vocabulary of 200,000 tokens (o200k)');
const pathSchema = z.string().describe('path relative to the repository, with forward slashes');
const whySchema = z.string().describe('why it bears on the task, in one line');
const kindSchema = z.enum(['ticket', 'decision', 'design', 'runbook', 'plan', 'journey', 'lesson', 'document']);

const pieceSchema = z.strictObject({
  kind: kindSchema,
  /** Absent for tickets that lie in no file. */
  path: pathSchema.optional(),
  section: z.string().optional().describe('what comes after # in its address, where one section is meant and not the whole page'),
  title: z.string(),
  tokens: tokensSchema,
});

const entrySchema = pieceSchema.extend({ number: z.int().min(1), why: whySchema });

const journeySchema = z.strictObject({
  path: pathSchema,
  title: z.string(),
  screens: z.array(z.string()),
  routes: z.array(z.string()),
  steps: count.describe('steps to play'),
  why: whySchema,
});

const guardrailSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  priority: z.string().optional(),
  path: pathSchema,
  files: z.array(pathSchema).describe('likely files that it is for'),
});

const bulletSchema = z.strictObject({
  persona: z.string(),
  bullet: z.string(),
  text: z.string(),
  path: pathSchema,
  files: z.array(pathSchema).describe('likely files that the persona reads'),
});

/** What `tackroom ground --format json` prints: what to read before a task is planned, and who will judge the work. */
export const readingListSchema = z
  .strictObject({
    version: z.literal(1),
    task: z.strictObject({
      text: z.string().describe('the words that were looked for, besides those of tickets'),
      tickets: z.array(z.string()).describe('identifiers'),
      files: z.array(pathSchema).describe('files that the task names'),
    }),
    budget: tokensSchema.describe('tokens of reading that were asked for at most'),
    tokens: tokensSchema.describe('of all that is to be read; never above the budget'),
    reading: z.array(entrySchema).describe('in the order to read it'),
    leftOut: z.array(pieceSchema).describe('bears on the task, and does not fit into the budget or the number of entries'),
    history: z.array(z.strictObject({ path: pathSchema, title: z.string() })).describe('completed plans of work like this'),
    qa: z.strictObject({ journeys: z.array(journeySchema), tests: z.array(pathSchema) }).describe('how to see that it works'),
    judges: z.strictObject({ guardrails: z.array(guardrailSchema), bullets: z.array(bulletSchema) }).describe('who will judge the work'),
    files: z
      .array(z.strictObject({ path: pathSchema, why: whySchema, tokens: count.describe('estimated; not part of the budget') }))
      .describe('files that will most likely be touched'),
    owners: z.array(z.string()).describe('who answers for these files'),
    index: z.strictObject({ pages: count, files: count, commits: count }).describe('what was looked through'),
  })
  .describe('What to read before a task is planned, in a budget of tokens, and who will judge the work.');

export type ReadingList = z.infer<typeof readingListSchema>;
export type ReadingEntry = z.infer<typeof entrySchema>;
export type ReadingPiece = z.infer<typeof pieceSchema>;
export type ReadingJourney = z.infer<typeof journeySchema>;
