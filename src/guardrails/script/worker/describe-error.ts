import { fileURLToPath } from 'node:url';
import type { ScriptError } from '../protocol.ts';
import { pathWithin } from './path-within.ts';

/** What the module threw, and the innermost of the repository's lines that its stack names. */
export function describeError(error: unknown, root: string): ScriptError {
  if (!(error instanceof Error)) return { message: `threw ${String(error)}` };
  const message = `${error.name}: ${firstLine(error.message)}`;
  // A module that does not link has its place in front of the stack, others have frames: both as file:///path:line.
  for (const [, url = '', line = ''] of (error.stack ?? '').matchAll(/(file:\/\/\S+?):(\d+)/g)) {
    const path = pathWithin(root, fileURLToPath(url));
    if (path !== undefined) return { message, place: { path, line: Number(line) } };
  }
  return { message };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
