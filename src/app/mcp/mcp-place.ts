import { fileURLToPath } from 'node:url';
import { findRepository } from '#platform/git/find-repository.ts';
import { accessTokenFile, openAccessToken } from '#platform/state/access-token.ts';
import { inboxPlace } from '../inbox/inbox-place.ts';

/**
 * The top folder of the worktree that an MCP client works in: of the first of its roots that lies in a repository, else of `cwd`. Outside
 * of any, `cwd` itself: what is asked for there says what is missing.
 */
export function mcpRoot(cwd: string, roots: readonly string[]): string {
  const folders = [...roots.flatMap(pathOf), cwd];
  return folders.map((folder) => findRepository(folder)?.root).find((root) => root !== undefined) ?? cwd;
}

function pathOf(uri: string): string[] {
  try {
    return [fileURLToPath(uri)];
  } catch {
    return []; // no file: address, or one of another machine
  }
}

/** What whoever calls over HTTP must know, and where it stands. */
export function mcpToken(cwd: string, env: Readonly<Record<string, string | undefined>>): { token: string; file: string } {
  const { state } = inboxPlace(cwd, env);
  return { token: openAccessToken(state), file: accessTokenFile(state) };
}
