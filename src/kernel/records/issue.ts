import * as z from 'zod';

const identifier = z.string().min(1).describe('what people call it: TR-12');

const blockerSchema = z.strictObject({
  identifier,
  state: z.string().optional().describe('absent where the tracker does not know the issue'),
});

const commentSchema = z.strictObject({
  at: z.string().describe('when it was written, ISO 8601'),
  author: z.string().optional(),
  text: z.string().describe('Markdown'),
});

/** One piece of work in a tracker: a ticket. What agents get to read of it is data, never an instruction of ours. */
export const issueSchema = z
  .strictObject({
    id: z.string().min(1).describe('what the tracker calls it; never changes'),
    identifier,
    title: z.string(),
    description: z.string().optional().describe('Markdown'),
    priority: z.int().min(1).max(4).optional().describe('1 urgent, 2 high, 3 medium, 4 low'),
    state: z.string().min(1).describe('as the tracker names it, such as Todo or In Progress'),
    branchName: z.string().optional(),
    url: z.string().optional(),
    path: z.string().optional().describe('file of the repository that holds it, where one does'),
    labels: z.array(z.string()).describe('in lower case'),
    assignee: z.string().optional(),
    parent: z.string().optional().describe('identifier of the issue that it is a part of'),
    blockedBy: z.array(blockerSchema).describe('issues that must be done before'),
    comments: z.array(commentSchema).describe('the oldest first'),
    createdAt: z.string().optional().describe('ISO 8601'),
    updatedAt: z.string().optional().describe('ISO 8601'),
  })
  .describe('A ticket, whatever tracker holds it.');

export type Issue = z.infer<typeof issueSchema>;
export type IssueComment = z.infer<typeof commentSchema>;
