import * as z from 'zod';
import { MisuseError } from '#kernel/errors.ts';
import { undoSchema } from './undo.ts';

/** Where a repository keeps what `init` wrote, committed so that `uninstall` works in every clone. */
export const initRecordPath = 'harness/.init.json';

const hash = z.string().startsWith('sha256:');

const initRecordSchema = z.strictObject({
  version: z.literal(1),
  tackroom: z.string().describe('version of the package that wrote last'),
  created: z.array(z.string()).describe('files that others may write to, which were not there before init'),
  files: z.record(z.string(), hash).describe('files that are all ours, with the hash of what was written'),
  sections: z.record(z.string(), hash).describe('files that hold a marked section of ours'),
  lines: z.record(z.string(), z.array(z.string())).describe('files that got lines of ours'),
  hooks: z.record(z.string(), z.array(z.string())).describe('agent configurations, with the commands that were wired'),
  imported: z.array(z.string()).optional().describe('identity of the rules that were imported from files of other agents'),
  mcp: z.record(z.string(), z.array(z.string())).optional().describe('files that got our MCP server, with the command that starts it'),
  undo: z.record(z.string(), undoSchema).optional().describe('files of others that were changed, with the way back to what they were'),
});

/** What `init` wrote, so that it can tell its own text from a person's. */
export type InitRecord = z.infer<typeof initRecordSchema>;

export function emptyInitRecord(tackroom: string): InitRecord {
  return { version: 1, tackroom, created: [], files: {}, sections: {}, lines: {}, hooks: {} };
}

/** Undefined where `init` was never run. */
export function parseInitRecord(text: string | undefined): InitRecord | undefined {
  if (text === undefined) return undefined;
  try {
    return initRecordSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new MisuseError(`${initRecordPath} is not a record that tackroom init wrote.`, {
      code: 'bad-init-record',
      fix: `Restore it (git checkout -- ${initRecordPath}), or remove it: then what init wrote counts as yours.`,
      cause,
    });
  }
}

export function renderInitRecord(record: InitRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
