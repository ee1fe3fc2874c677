import type { PlannedEdit } from '#kernel/records/hook.ts';
import type { ToolUse } from './heard.ts';

/** What a patch of Codex's format changes, file by file, with paths as the patch gives them. */
export function codexPatch(patch: string): ToolUse {
  const parts = readParts(patch);
  const written = parts.flatMap(({ verb, path, target }) => (verb === 'Delete' ? [] : [path, target]));
  return { kind: 'edit', edits: parts.flatMap(editsOf), written: [...new Set(written)] };
}

/** One file of a patch. */
interface Part {
  verb: string;
  path: string;
  /** Where an update moves the file to; else `path`. */
  target: string;
  lines: string[];
}

const header = /^\*\*\* (Add|Update|Delete) File: (.+)$/;
const move = /^\*\*\* Move to: (.+)$/;

/** A changed line begins with its sign, so text that looks like a header is none. */
function readParts(patch: string): Part[] {
  const parts: Part[] = [];
  for (const line of patch.split(/\r?\n/)) {
    const [, verb, path = ''] = header.exec(line) ?? [];
    const part = parts.at(-1);
    if (verb !== undefined) parts.push({ verb, path: path.trim(), target: path.trim(), lines: [] });
    else if (part !== undefined) {
      part.target = move.exec(line)?.[1]?.trim() ?? part.target;
      part.lines.push(line);
    }
  }
  return parts;
}

function editsOf({ verb, path, target, lines }: Part): PlannedEdit[] {
  const edit: PlannedEdit = {
    path: target,
    added: signed(lines, '+'),
    removed: signed(lines, '-'),
    ...(verb === 'Add' ? { whole: true } : {}),
  };
  return target === path ? [edit] : [edit, { path, added: '', removed: '' }];
}

function signed(lines: readonly string[], sign: '+' | '-'): string {
  return lines.flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : [])).join('');
}
