import * as z from 'zod';
import type { GardenRule } from './garden-rules.ts';
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
    daemon: z.boolean().default(true).describe('a process of its own answers the hooks while agents work: faster, and gone when they are'),
  })
  .describe('what the hooks of an agent do');

const trackerSettingsSchema = z
  .strictObject({
    kind: z.enum(['local']).default('local').describe('where tickets are kept; local: Markdown files of this repository'),
    folder: z
      .string()
      .regex(/^(?!\/|.*(?:^|\/)\.\.(?:\/|$)).+$/, 'a folder of the repository, relative to it')
      .optional()
      .describe('folder of the tickets; absent: tickets, else .tickets'),
  })
  .describe('where tickets come from');

const ruleSchema = z
  .enum([...prioritySchema.options, 'off'])
  .optional()
  .describe('P0 to P3, or off: nobody asks this rule; absent: the priority that docs/decisions/0022 of Tackroom gives it');

const gardenRuleSchemas = {
  'dead-link': ruleSchema,
  'dead-anchor': ruleSchema,
  'missing-path': ruleSchema,
  'missing-symbol': ruleSchema,
  'missing-script': ruleSchema,
  'missing-command': ruleSchema,
  'superseded-cited': ruleSchema,
  contradiction: ruleSchema,
  orphan: ruleSchema,
  stale: ruleSchema,
  'missing-owner': ruleSchema,
  'long-hub': ruleSchema,
  'hub-steps': ruleSchema,
  'duplicate-bullet': ruleSchema,
  'plan-left-active': ruleSchema,
} as const satisfies Record<GardenRule, typeof ruleSchema>;

const gardenSettingsSchema = z
  .strictObject({
    exclude: z.array(globSchema).default([]).describe('documents that are neither read nor judged'),
    rules: z.strictObject(gardenRuleSchemas).default({}).describe('priority of single rules, such as `orphan: P2` or `stale: off`'),
  })
  .describe('how `tackroom garden` judges');

/** Settings of one harness: `harness/harness.yaml`. A repository without that file has the defaults. */
export const harnessSettingsSchema = z
  .strictObject({
    ...schemaKey,
    version: z.literal(1).describe('version of this format'),
    check: checkSettingsSchema.prefault({}),
    delivery: deliverySettingsSchema.prefault({}),
    hook: hookSettingsSchema.prefault({}),
    tracker: trackerSettingsSchema.prefault({}),
    garden: gardenSettingsSchema.prefault({}),
    agents: z
      .array(z.enum(hookAgents))
      .optional()
      .describe('agents that are wired to this harness; default: claude, codex, and those whose own files lie in the repository'),
  })
  .describe('Settings of a harness, harness/harness.yaml.');

export type HarnessSettings = z.infer<typeof harnessSettingsSchema>;
export type TrackerSettings = HarnessSettings['tracker'];
