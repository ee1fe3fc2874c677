import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

export const gardenFolder = path.join(import.meta.dirname, 'fixtures', 'garden');

/** How a file stood after a commit; see the head of `history.yaml`. */
const standSchema = z.union([
  z.string(),
  z.strictObject({ path: z.string(), lines: z.int().min(1) }),
  z.strictObject({ path: z.string(), with: z.array(z.strictObject({ now: z.string().min(1), was: z.string() })).min(1) }),
  z.strictObject({ path: z.string(), text: z.string() }),
  z.strictObject({ path: z.string(), gone: z.literal(true) }),
]);

const pastCommitSchema = z.strictObject({
  id: z.string(),
  date: z.iso.datetime({ offset: true }),
  author: z.string(),
  message: z.string(),
  files: z.array(standSchema).min(1),
});

/** One edit of the tree of `base/`. */
const changeSchema = z.union([
  z.strictObject({ replace: z.strictObject({ path: z.string(), old: z.string().min(1), new: z.string() }) }),
  z.strictObject({ write: z.strictObject({ path: z.string(), text: z.string() }) }),
  z.strictObject({ remove: z.string() }),
  z.strictObject({ move: z.strictObject({ from: z.string(), to: z.string() }) }),
]);

/** A page that has had its text since the commit `at` and was not touched again. */
const freezeSchema = z.strictObject({ freeze: z.string(), at: z.string() });

const placeSchema = z.strictObject({
  path: z.string(),
  line: z.int().min(1).optional().describe('absent: the finding is about the whole page'),
  mentions: z.string().optional().describe('what the message must hold'),
});

const faultSchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  variant: z.string().optional().describe('absent: planted in every variant'),
  change: z.array(changeSchema).optional(),
  history: z.array(freezeSchema).optional(),
  expect: placeSchema,
  or: placeSchema.optional().describe('the other side of a pair: a finding there is as good'),
  fix: z.literal(true).optional().describe('`garden --fix` must mend it'),
  fixed: z.string().optional().describe('what the file at `expect.path` must hold after the fix'),
});

const historySchema = z.strictObject({ version: z.literal(1), commits: z.array(pastCommitSchema).min(1) });
const faultsSchema = z.strictObject({ version: z.literal(1), faults: z.array(faultSchema).min(1) });

export type Stand = z.infer<typeof standSchema>;
export type PastCommit = z.infer<typeof pastCommitSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Freeze = z.infer<typeof freezeSchema>;
export type PlantedFault = z.infer<typeof faultSchema>;

export function readHistory(): PastCommit[] {
  return historySchema.parse(readYaml('history.yaml')).commits;
}

/** Of every variant. */
export function readFaults(): PlantedFault[] {
  return faultsSchema.parse(readYaml('faults.yaml')).faults;
}

function readYaml(name: string): unknown {
  return parse(fs.readFileSync(path.join(gardenFolder, name), 'utf8'));
}
