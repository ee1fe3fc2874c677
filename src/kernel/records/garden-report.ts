import * as z from 'zod';
import { findingSchema } from './finding.ts';

/** What `tackroom garden --format json` prints. */
export const gardenReportSchema = z
  .strictObject({
    version: z.literal(1),
    findings: z.array(findingSchema),
    summary: z.strictObject({
      documents: z.int().describe('Markdown documents that were read'),
      rules: z.array(z.string()).describe('ids of the rules that were asked'),
      findings: z.int(),
      byPriority: z.strictObject({ P0: z.int(), P1: z.int(), P2: z.int(), P3: z.int() }),
      hidden: z.int().describe('findings below the priority that was asked for; they are not in the list'),
      suppressed: z.int().describe('findings silenced by a tackroom-allow comment with a reason'),
      durationMs: z.number(),
    }),
  })
  .describe('The result of one look at the knowledge base.');

export type GardenReport = z.infer<typeof gardenReportSchema>;
