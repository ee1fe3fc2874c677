import * as z from 'zod';
import { schemaKey } from './schema-key.ts';

/** As it stands in its file; a number is a name too. */
const nameSchema = z.union([z.string().min(1), z.int().min(0).transform(String)]);

const momentSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A ticket of the local tracker: the front matter of a Markdown file in its folder. The body is the description. */
export const ticketSchema = z
  .strictObject({
    ...schemaKey,
    id: nameSchema.optional().describe('absent: the file name without .md'),
    title: z.string().min(1).describe('what is to be done, in a few words'),
    state: z.string().min(1).default('Todo').describe('as WORKFLOW.md names it, such as Todo, In Progress or Done'),
    priority: z.int().min(0).max(4).default(0).describe('1 urgent, 2 high, 3 medium, 4 low; 0 none'),
    labels: z.array(z.string().min(1)).default([]).describe('words to find it by'),
    assignee: z.string().min(1).optional().describe('who works on it'),
    blocked_by: z.array(nameSchema).default([]).describe('ids of tickets that must be done before'),
    parent: nameSchema.optional().describe('id of the ticket that it is a part of'),
    branch: z.string().min(1).optional().describe('branch of the work'),
    created: momentSchema.optional().describe('day or moment, ISO 8601'),
    updated: momentSchema.optional().describe('day or moment, ISO 8601'),
  })
  .describe('Front matter of a ticket of the local tracker.');

export type Ticket = z.infer<typeof ticketSchema>;
