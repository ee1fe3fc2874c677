import { decodeEscapes } from './decode-escapes.ts';
import type { Source } from './source.ts';
import type { Part, Word } from './syntax.ts';

const wordEnds = ' \t\r\n;&|()<>';
/** How far the look ahead for the end of `((...))` goes. */
const arithmeticReach = 512;

/** Reads one word; quotes and backslashes are gone from its text parts. */
export function readWord(source: Source): Word {
  return readParts(source, wordEnds, false);
}

/** Reads the body of an unquoted here-document. */
export function readHereText(source: Source): Word {
  return readParts(source, '', true);
}

/** Reads parts up to an unquoted character of `ends`, which stays unread. */
function readParts(source: Source, ends: string, quoted: boolean): Word {
  const parts: Word = [];
  while (!source.ended) {
    const character = source.next;
    const special = quoted ? undefined : readUnquoted(source, ends);
    if (special) parts.push(...special);
    else if (ends.includes(character)) break;
    else if (character === '\\') addText(parts, readBackslash(source, quoted));
    else if (character === '`') parts.push(readBackticks(source, quoted));
    else if (character === '$') parts.push(...readDollar(source, quoted));
    else addText(parts, source.take(/[^\\'"`$<>{},\s;&|()]+|[\s\S]/y)?.[0] ?? '');
  }
  return parts;
}

function addText(parts: Word, text: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') last.text += text;
  else parts.push({ kind: 'text', text });
}

/** What only counts outside double quotes: quotes, `<(...)` and braces. */
function readUnquoted(source: Source, ends: string): Word | undefined {
  const string = source.take(/'([^']*)('?)/y);
  if (string) {
    source.incomplete ||= !string[2];
    return [{ kind: 'text', text: string[1] ?? '' }];
  }
  if (source.take(/"/y)) return readDoubleQuoted(source);
  if (source.take(/[<>]\(/y)) return [{ kind: 'process', script: source.nest(() => source.parseScript(source, ')'), []) }];
  if (source.next === '{' && ends.startsWith(wordEnds)) return readBraces(source);
  return undefined;
}

function readDoubleQuoted(source: Source): Word {
  const parts = source.nest(() => readParts(source, '"', true), []);
  source.close('"');
  return [{ kind: 'text', text: '' }, ...parts];
}

function readBackslash(source: Source, quoted: boolean): string {
  const escaped = source.text[source.at + 1];
  source.at += 2;
  if (escaped === undefined) source.incomplete = true;
  if (escaped === '\n') return '';
  return quoted && escaped !== undefined && !'$`"\\'.includes(escaped) ? `\\${escaped}` : (escaped ?? '');
}

function readBackticks(source: Source, quoted: boolean): Part {
  const body = source.take(/`((?:\\[\s\S]|[^\\`])*)(`?)/y);
  source.incomplete ||= !body?.[2];
  const text = (body?.[1] ?? '').replace(quoted ? /\\([$`\\"])/g : /\\([$`\\])/g, '$1');
  return { kind: 'substitution', script: source.inner(text, (inner) => inner.parseScript(inner, '')), quoted };
}

function readDollar(source: Source, quoted: boolean): Word {
  const ansi = quoted ? null : source.take(/\$'((?:\\[\s\S]|[^\\'])*)'/y);
  if (ansi) return [{ kind: 'text', text: decodeEscapes(ansi[1] ?? '') }];
  if (!quoted && source.take(/\$(?=")/y)) return [];
  if (source.text.startsWith('$((', source.at)) {
    const parts = readArithmetic(source, 3);
    if (parts) return [{ kind: 'arithmetic', parts }];
  }
  if (source.take(/\$\(/y)) return [{ kind: 'substitution', script: source.nest(() => source.parseScript(source, ')'), []), quoted }];
  if (source.take(/\$\{/y)) return [source.nest<Part>(() => readParameter(source, quoted), { kind: 'arithmetic', parts: [] })];
  const name = source.take(/\$([a-z_]\w*|[\d@*#?$!-])/iy)?.[1];
  if (name) return [{ kind: 'parameter', name, index: '', operator: '', operand: [], quoted }];
  source.at++;
  return [{ kind: 'text', text: '$' }];
}

function readParameter(source: Source, quoted: boolean): Part {
  const [, prefix = '', name = '', index = ''] = source.take(/([!#]?)([a-z_]\w*|\d+|[@*#?$!-])(?:\[([^\]}]*)\])?/iy) ?? [];
  const operator = source.take(/:?[-=+?]|[^}\w\s'"$`\\]+/y)?.[0] ?? '';
  const operand: Word[] = [];
  do operand.push(readParts(source, ' \t\n}', false));
  while (source.take(/[ \t\n]+/y));
  source.close('}');
  return { kind: 'parameter', name, index, operator: prefix || !name ? 'other' : operator, operand, quoted };
}

/** Reads `{a,b}` or `{1..3}`; braces that are not closed, or hold one text, are plain characters. */
function readBraces(source: Source): Word {
  source.at++;
  const choices: Word[] = [];
  let separator = ',';
  while (separator === ',') {
    choices.push(source.nest(() => readParts(source, `${wordEnds},}`, false), []));
    separator = source.take(/[,}]/y)?.[0] ?? '';
  }
  const range = choices.length === 1 && separator ? readRange(choices[0]) : choices;
  if (separator && range.length > 1) return [{ kind: 'braces', choices: range }];
  const inside = choices.flatMap((choice, at) => (at === 0 ? choice : [{ kind: 'text' as const, text: ',' }, ...choice]));
  return [{ kind: 'text', text: '{' }, ...inside, { kind: 'text', text: separator }];
}

function readRange(choice: Word | undefined): Word[] {
  const [only] = choice ?? [];
  const ends = choice?.length === 1 && only?.kind === 'text' ? /^(?:(\d{1,4})\.\.(\d{1,4})|([a-z])\.\.([a-z]))$/i.exec(only.text) : null;
  if (!ends) return [];
  const from = ends[1] ? Number(ends[1]) : (ends[3]?.charCodeAt(0) ?? 0);
  const to = ends[1] ? Number(ends[2]) : (ends[4]?.charCodeAt(0) ?? 0);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => {
    const value = from + Math.sign(to - from) * step;
    return [{ kind: 'text', text: ends[1] ? String(value) : String.fromCharCode(value) }];
  });
}

/**
 * Reads `((...))` from `opening` characters on, or undefined where the parentheses turn out to be subshells.
 * The look ahead is short so that a row of unclosed ones stays linear.
 */
export function readArithmetic(source: Source, opening: number): Word | undefined {
  let depth = 2;
  let end = source.at + opening;
  const limit = Math.min(source.text.length, end + arithmeticReach);
  for (; end < limit && depth > 0; end++) {
    if (source.text[end] === '(') depth++;
    else if (source.text[end] === ')') {
      if (depth === 2 && source.text[end + 1] !== ')') return undefined;
      depth--;
    }
  }
  if (depth > 0) return undefined;
  const inside = source.text.slice(source.at + opening, end - 2);
  source.at = end;
  return source.inner(inside, readHereText);
}
