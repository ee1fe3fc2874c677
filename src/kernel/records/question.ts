import * as z from 'zod';

/** Six characters that nobody mixes up on paper: no i, l, o, u. */
export const questionIdSchema = z.string().regex(/^[0-9abcdefghjkmnpqrstvwxyz]{6}$/, 'an id is six letters and digits, such as k7m2q9');

/** What can be said of a question when it is asked; the limits hold for whoever asks, sandboxed or not. */
export const questionTextSchema = z.strictObject({
  text: z.string().trim().min(1, 'the question is empty').max(4_000),
  context: z.string().max(20_000).optional().describe('what a person must know to answer'),
  options: z.array(z.string().trim().min(1).max(300)).max(12).default([]).describe('the answers to choose from; none: any text'),
});

const time = z.iso.datetime().describe('in UTC');

/** Who asks, as far as that is known. `worktree` and `branch` are seen by Tackroom, the rest is what the asker says. */
export const askerSchema = z.strictObject({
  agent: z.string().max(100).optional().describe('such as claude or codex; absent: a person, or an agent that does not say'),
  session: z.string().max(200).optional(),
  run: z.string().max(200).optional().describe('of the orchestrator'),
  worktree: z.string().describe('the real path of its top folder'),
  branch: z.string().max(300).optional(),
});

/** A question to people as it was filed; it never changes. */
export const filedQuestionSchema = questionTextSchema.extend({
  version: z.literal(1),
  id: questionIdSchema,
  from: askerSchema,
  /** `mailbox`: the asker could not write the state folder, so its answer goes to its worktree too. */
  through: z.enum(['state', 'mailbox']),
  askedAt: time,
  expiresAt: time.describe('after that nobody waits for the answer any more'),
});

export type FiledQuestion = z.infer<typeof filedQuestionSchema>;

export const questionAnswerSchema = z.strictObject({
  text: z.string().trim().min(1).max(20_000).describe('of a question with options: the option'),
  option: z.int().min(1).optional().describe('number of the option that was chosen, from 1'),
  by: z.string().max(200).describe("git's user name of who answered, else the name the system knows"),
  at: time,
});

export const questionWithdrawalSchema = z.strictObject({
  by: z.string().max(200),
  at: time,
  reason: z.string().max(1_000).optional(),
});

/** A question to people and what became of it: what `tackroom ask --format json` and `tackroom answer <id> --format json` print. */
export const questionSchema = filedQuestionSchema
  .extend({
    state: z
      .enum(['posted', 'open', 'answered', 'withdrawn', 'expired'])
      .describe('posted: it lies in the mailbox of its worktree, and no process outside the sandbox has picked it up yet'),
    answer: questionAnswerSchema.optional(),
    earlier: z.array(questionAnswerSchema).describe('answers that were amended, oldest first'),
    withdrawn: questionWithdrawalSchema.optional(),
  })
  .describe('A question to people, and what became of it.');

export type Question = z.infer<typeof questionSchema>;
