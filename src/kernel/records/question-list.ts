import * as z from 'zod';
import { questionSchema } from './question.ts';

/** What `tackroom answer --format json` prints. */
export const questionListSchema = z
  .strictObject({
    version: z.literal(1),
    questions: z.array(questionSchema).describe('those that wait for an answer, oldest first'),
    refused: z
      .array(z.strictObject({ file: z.string().describe('path of the file'), reason: z.string() }))
      .describe('what lay in the mailbox of a worktree and is no question'),
  })
  .describe('The questions that wait for people.');

export type QuestionList = z.infer<typeof questionListSchema>;
