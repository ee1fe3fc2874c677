import * as z from 'zod';

const weighedSchema = z.strictObject({
  item: z.string().describe('id of a guardrail, `persona/bullet`, or path of a page'),
  score: z.number().describe('how sure it was, from 0 to 1'),
  why: z.string().describe('what spoke for it; of one that was held back, why it was'),
});

const momentSchema = z.strictObject({
  at: z.iso.datetime(),
  subagent: z.string().optional().describe('the sub-agent whose context window it was'),
  moment: z.string().describe('such as `pre-tool`, or what happened between moments, such as `fixed`'),
  about: z.string().describe('what it was about, in a few words'),
  said: z.array(weighedSchema),
  held: z.array(weighedSchema).describe('what was near and not said, and why'),
  findings: z.array(z.string()).describe('ids of the guardrails whose breaches were told'),
  text: z.string().optional().describe('what the agent heard, word for word'),
  tokens: z.int().optional().describe('what the bullets and pages in it cost'),
});

/** What `tackroom explain SESSION --format json` prints. */
export const sessionStorySchema = z
  .strictObject({
    version: z.literal(1),
    session: z.string(),
    agent: z.string(),
    moments: z.array(momentSchema),
    summary: z.strictObject({
      told: z.int().describe('times something was said'),
      tokens: z.int().describe('tokens of bullets and pages, over all of them'),
      findings: z.int().describe('breaches seen'),
      mended: z.int().describe('of those, gone since'),
      open: z.int(),
      denied: z.int(),
      held: z.int().describe('times the agent was held at stop'),
      faults: z.int().describe('faults of ours; the agent went on'),
    }),
  })
  .describe('What was said in a session of an agent, and why.');

export type SessionStory = z.infer<typeof sessionStorySchema>;
export type StoryMoment = SessionStory['moments'][number];
