import * as z from 'zod';
import { askerSchema, questionSchema, questionTextSchema } from '#kernel/records/question.ts';

/**
 * The mailbox of a worktree. An agent in a sandbox can write files of its worktree and nothing else, so it puts what it asks into
 * `.tackroom/asks/<id>.json`; whoever runs outside takes it from there, and mirrors the question in `.tackroom/answers/<id>.json`.
 */
export const mailFolders = { asks: ['.tackroom', 'asks'], answers: ['.tackroom', 'answers'] } as const;

/** What an agent puts into its mailbox. Everything in it is its own word, and taken for no more. */
export const mailSchema = z.discriminatedUnion('kind', [
  questionTextSchema.extend({
    version: z.literal(1),
    kind: z.literal('ask'),
    askedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    from: askerSchema.omit({ worktree: true, branch: true }),
  }),
  z.strictObject({ version: z.literal(1), kind: z.literal('cancel') }),
]);

export type Mail = z.infer<typeof mailSchema>;

/** What the host leaves for the agent. */
export const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({ version: z.literal(1), kind: z.literal('question'), question: questionSchema }),
  z.strictObject({ version: z.literal(1), kind: z.literal('refused'), reason: z.string() }),
]);

export type Reply = z.infer<typeof replySchema>;

/** Room for the longest question in the widest letters. */
export const maxMailBytes = 256 * 1024;

export function renderMail(value: Mail | Reply): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
