import { SourceText } from '../../findings/source-text.ts';
import type { Breach } from '../define-check.ts';
import type { ScriptHit } from '../protocol.ts';

const known = ['node', 'start', 'end', 'line', 'detail', 'replacement'];

/** Works out where a breach is. What cannot be is the module's mistake, said where it reports. */
export function placeBreach(breach: Breach, text: string): ScriptHit {
  const strange = Object.keys(breach).find((key) => !known.includes(key));
  if (strange !== undefined) throw new TypeError(`report() knows no "${strange}"; it takes ${known.join(', ')}`);
  const { detail, replacement } = breach;
  for (const [name, value] of Object.entries({ detail, replacement })) {
    if (value !== undefined && typeof value !== 'string') throw new TypeError(`report(): ${name} must be text`);
  }
  const span = spanOf(breach, text);
  if (span === undefined && replacement !== undefined) throw new TypeError('report(): a replacement needs a place');
  return { ...(span && { span }), ...(detail !== undefined && { detail }), ...(replacement !== undefined && { replacement }) };
}

function spanOf({ node, start, end, line }: Breach, text: string): ScriptHit['span'] {
  if (node !== undefined) {
    const range = node.range();
    return checked({ start: range.start.index, end: range.end.index }, text);
  }
  if (start !== undefined || end !== undefined) {
    if (start === undefined || end === undefined) throw new TypeError('report() takes start and end together');
    return checked({ start, end }, text);
  }
  return line === undefined ? undefined : lineSpan(line, text);
}

function checked(span: { start: number; end: number }, text: string): { start: number; end: number } {
  const { start, end } = span;
  const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  if (!fits) throw new RangeError(`report(): ${start} to ${end} is no place in a text of ${text.length} characters`);
  return span;
}

/** A line without the blanks around it. */
function lineSpan(line: number, text: string): { start: number; end: number } {
  const source = new SourceText(text);
  const { line: last } = source.positionAt(text.length);
  if (!Number.isInteger(line) || line < 1 || line > last) throw new RangeError(`report(): there is no line ${line} among ${last}`);
  const content = source.line(line);
  const from = startOf(text, line);
  const start = from + (content.length - content.trimStart().length);
  return { start, end: Math.max(start, from + content.trimEnd().length) };
}

function startOf(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) at = text.indexOf('\n', at) + 1;
  return at;
}
