import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { baselinePath } from './baseline-path.ts';
import { BaselineError } from './errors.ts';

const keys = ['path', 'guardrail', 'fingerprint', 'count'];

/**
 * Reads a baseline, strictly. By hand, since hooks read it too, and they cannot wait for a schema library; a test holds
 * it equal to the published schema. Two entries for the same breach, as a merge may leave them, count once.
 */
export function parseBaseline(text: string): BaselineEntry[] {
  const data = parseJson(text);
  if (!isRecord(data)) throw fault(1, 'is no JSON object');
  const strange = Object.keys(data).find((key) => !['$schema', 'version', 'accepted'].includes(key));
  if (strange !== undefined) throw fault(lineOf(text, JSON.stringify(strange)), `has the unknown key ${JSON.stringify(strange)}`);
  if (data.$schema !== undefined && typeof data.$schema !== 'string')
    throw fault(lineOf(text, '"$schema"'), 'has a "$schema" that is no text');
  if (data.version !== 1) throw fault(lineOf(text, '"version"'), `has version ${JSON.stringify(data.version)}; this Tackroom reads 1`);
  const { accepted } = data;
  if (!Array.isArray(accepted)) throw fault(lineOf(text, '"accepted"'), 'has no list `accepted`');
  const items: unknown[] = accepted;
  return unique(items.map((item, index) => toEntry(item, () => lineOfItem(text, item, index))));
}

function toEntry(item: unknown, line: () => number): BaselineEntry {
  if (!isRecord(item)) throw fault(line(), 'has an entry that is no object');
  const strange = Object.keys(item).find((key) => !keys.includes(key));
  if (strange !== undefined) throw fault(line(), `has an entry with the unknown key ${JSON.stringify(strange)}`);
  const { path, guardrail, fingerprint, count } = item;
  if (typeof path !== 'string' || typeof guardrail !== 'string' || typeof fingerprint !== 'string')
    throw fault(line(), 'has an entry without a path, guardrail or fingerprint');
  if (count === undefined) return { path, guardrail, fingerprint };
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 2)
    throw fault(line(), 'has an entry whose count is no whole number above 1');
  return { path, guardrail, fingerprint, count };
}

function unique(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const known = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.path, entry.guardrail, entry.fingerprint]);
    if ((entry.count ?? 1) > (known.get(key)?.count ?? 0)) known.set(key, entry);
  }
  return [...known.values()];
}

function parseJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return data;
  } catch (error) {
    const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
    if (conflict !== -1) throw fault(conflict + 1, 'holds a merge conflict', 'Keep the lines of both sides: what is gone is taken out by');
    throw fault(lineOfSyntaxError(text, error), 'is no JSON');
  }
}

/** V8 tells the place, or quotes what stands there; where it says neither, the text ended too soon. */
function lineOfSyntaxError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const at = /at position (\d+)/.exec(message)?.[1];
  if (at !== undefined) return text.slice(0, Number(at)).split('\n').length;
  const quoted = /^Unexpected token .*?, (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  return quoted === undefined ? text.trimEnd().split('\n').length : lineOf(text, quoted);
}

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}

/** As we write it, an entry is a line; formatted otherwise, the place of its fingerprint is near enough. */
function lineOfItem(text: string, item: unknown, index: number): number {
  const lines = text.split('\n');
  const whole = lines.findIndex((line) => line.trim().replace(/,$/, '') === JSON.stringify(item));
  if (whole !== -1) return whole + 1;
  const named = isRecord(item) && typeof item.fingerprint === 'string' ? lineOf(text, JSON.stringify(item.fingerprint)) : 1;
  return named === 1 ? Math.min(lineOf(text, '"accepted"') + 1 + index, lines.length) : named;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(line: number, what: string, fix = 'Restore it from git (`git checkout -- harness/baseline.json`), then run'): BaselineError {
  return new BaselineError(`${baselinePath}:${line}: the baseline ${what}.`, {
    code: 'invalid-baseline',
    facts: { path: baselinePath, line },
    fix: `${fix} \`tackroom check --update-baseline\`.`,
  });
}
