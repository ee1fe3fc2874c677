import * as z from 'zod';
import { globSchema } from './glob.ts';
import { hookAgents } from './hook.ts';
import { prioritySchema } from './priority.ts';
import { schemaKey } from './schema-key.ts';

const checkSettingsSchema = z
  .strictObject({
    threshold: prioritySchema.default('P2').describe('`tackroom check` fails when a finding has this priority or a worse one'),
    exclude: z.array(globSchema).default([]).describe('files that no guardrail looks at'),
  })
  .describe('how `tackroom check` judges');

const deliverySettingsSchema = z
  .strictObject({
    maxChars: z.int().min(200).max(20_000).default(1600).describe('most characters that are said to an agent at one moment'),
    maxItems: z.int().min(0).max(20).default(5).describe('most bullets and pages that are said at one moment; 0: none, findings only'),
    momentTokens: z.int().min(20).max(5000).default(300).describe('most tokens of bullets and pages at one moment'),
    windowTokens: z.int().min(100).max(50_000).default(3000).describe('most tokens of bullets and pages in one context window'),
  })
  .describe('how much is said to an agent');

const hookSettingsSchema = z
  .strictObject({
    holdsAtStop: z.int().min(0).max(10).default(3).describe('times an agent is held when it stops with findings open; then it is let go'),
    holdPriority: prioritySchema.default('P1').describe('findings of this priority or a worse one hold an agent that wants to stop'),
  })
  .describe('what the hooks of an agent do');

/** Settings of one harness: `harness/harness.yaml`. A repository without that file has the defaults. */
export const harnessSettingsSchema = z
  .strictObject({
    ...schemaKey,
    version: z.literal(1).describe('version of this format'),
    check: checkSettingsSchema.prefault({}),
    delivery: deliverySettingsSchema.prefault({}),
    hook: hookSettingsSchema.prefault({}),
    agents: z
      .array(z.enum(hookAgents))
      .optional()
      .describe('agents that are wired to this harness; default: claude, codex, and those whose own files lie in the repository'),
  })
  .describe('Settings of a harness, harness/harness.yaml.');

export type HarnessSettings = z.infer<typeof harnessSettingsSchema>;
