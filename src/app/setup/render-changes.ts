import { createTwoFilesPatch } from 'diff';
import { createColors } from 'picocolors';
import type { FileChange } from './file-change.ts';
import { initRecordPath } from './init-record.ts';

/** A line of a bundle is not read by anyone. */
const maxShownLine = 1000;

/** The changes as one unified diff. What nobody reads there is named instead: a bundle, our own record, a file that goes as a whole. */
export function renderChanges(changes: readonly FileChange[], options: { color: boolean }): string {
  const patches = changes.filter((change) => !isNamed(change)).map((change) => renderPatch(change, options.color));
  const names = changes.filter(isNamed).map((change) => `${name(change)}\n`);
  return [...patches, ...(names.length === 0 ? [] : [names.join('')])].join('\n');
}

function renderPatch(change: FileChange, color: boolean): string {
  const from = change.before === undefined ? '/dev/null' : `a/${change.path}`;
  const patch = createTwoFilesPatch(from, `b/${change.path}`, unify(change.before), unify(change.after), '', '', { context: 3 });
  const lines = patch.replace(/^=+\n/, '').trimEnd().split('\n');
  return `${lines.map((line) => paint(line, color)).join('\n')}\n`;
}

function paint(line: string, color: boolean): string {
  const colors = createColors(color);
  if (/^(---|\+\+\+) /.test(line)) return colors.bold(line);
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  return line.startsWith('-') ? colors.red(line) : line;
}

function isNamed({ path, before, after }: FileChange): boolean {
  if (after === undefined || path === initRecordPath) return true;
  return [before, after].some((text) => text?.split('\n').some((line) => line.length > maxShownLine));
}

function name({ path, before, after }: FileChange): string {
  const written = before === undefined ? 'New' : 'Change';
  const kilobytes = ((after ?? before ?? '').length / 1000).toFixed(1);
  const about = path === initRecordPath ? 'what init wrote, for `tackroom uninstall`' : `${kilobytes} kB`;
  return `${after === undefined ? 'Remove' : written} ${path} (${about})`;
}

/** Line ends are kept when a file is written; in a diff they would hide what changes. */
function unify(text: string | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n');
}
