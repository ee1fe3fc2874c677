import type { HookAgent } from '#kernel/records/hook.ts';
import { readInside } from '#platform/files/read-inside.ts';
import type { StarterFile } from './starter-files.ts';

/** Whether CLAUDE.md, where there is one, sends Claude Code to AGENTS.md. */
export type ClaudeFile = 'none' | 'tells' | 'silent';

/** What Claude Code reads at the start of a session. */
const places = ['CLAUDE.md', '.claude/CLAUDE.md'];

/**
 * What sends Claude Code to AGENTS.md, where nothing of it is there. Most versions read no AGENTS.md, and those that do read it
 * only where there is no CLAUDE.md: one line serves both.
 */
export function claudeFiles(root: string, wired: readonly HookAgent[]): StarterFile[] {
  if (!wired.includes('claude') || textOf(root) !== undefined) return [];
  return [{ path: 'CLAUDE.md', text: '@AGENTS.md\n', role: 'page' }];
}

export function readClaudeFile(root: string): ClaudeFile {
  const text = textOf(root);
  if (text === undefined) return 'none';
  return text.includes('AGENTS.md') || text.includes('tackroom:start') ? 'tells' : 'silent';
}

function textOf(root: string): string | undefined {
  return places.map((file) => readInside(root, file)).find((text) => text !== undefined);
}
