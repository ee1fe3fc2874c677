import * as z from 'zod';
import { cronSchema } from './cron.ts';
import { schemaKey } from './schema-key.ts';
import { slugSchema } from './slug.ts';

/** Work that an agent does again and again by the clock; the body of its page is what the agent is asked. */
export const automationSchema = z
  .strictObject({
    ...schemaKey,
    id: slugSchema.describe('equals the file name without .md'),
    title: z.string().min(1).describe('what it is about, in a few words'),
    schedule: cronSchema,
    timezone: z
      .string()
      .refine((name) => isTimeZone(name), 'a time zone is a name such as Europe/Berlin')
      .optional()
      .describe('IANA name of the time zone of the schedule; absent: UTC'),
    enabled: z.boolean().optional().describe('false: kept, but not run; absent: true'),
    owner: z.string().min(1).optional().describe('person or team that reads what it brings'),
  })
  .describe('Front matter of an automation page.');

export type Automation = z.infer<typeof automationSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
