/** A regular expression as a tree: only what literals, cost and alternatives need to know. */
export type RegexNode =
  | { type: 'char'; value: string }
  /** One character out of several. */
  | { type: 'set' }
  /** Matches between characters: `^`, `$`, `\b`. */
  | { type: 'edge' }
  | { type: 'look'; body: RegexNode }
  | { type: 'back' }
  | { type: 'sequence'; parts: RegexNode[] }
  | { type: 'choice'; options: RegexNode[]; spans: { start: number; end: number }[] }
  | { type: 'repeat'; body: RegexNode; min: number; max: number };

export type RegexDialect = 'javascript' | 'rust';

/**
 * Parses what both dialects write alike. Undefined for anything else (inline flags, exotic escapes, errors):
 * the caller must then assume nothing of the expression.
 */
export function parseRegex(source: string, dialect: RegexDialect): RegexNode | undefined {
  const reader: Reader = { source, at: 0, dialect };
  try {
    const node = readChoice(reader);
    return reader.at === source.length ? node : undefined;
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

interface Reader {
  source: string;
  at: number;
  dialect: RegexDialect;
}

class NotUnderstood extends Error {}

function readChoice(reader: Reader): RegexNode {
  const options: RegexNode[] = [];
  const spans: { start: number; end: number }[] = [];
  for (;;) {
    const start = reader.at;
    options.push(readSequence(reader));
    spans.push({ start, end: reader.at });
    if (!take(reader, '|')) break;
  }
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { type: 'choice', options, spans };
}

function readSequence(reader: Reader): RegexNode {
  const parts: RegexNode[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    parts.push(readRepeats(reader, readAtom(reader)));
  }
  return { type: 'sequence', parts };
}

function readRepeats(reader: Reader, atom: RegexNode): RegexNode {
  const match = sticky(reader, /(?:[*+?]|\{(\d+)(,?)(\d*)\})[?+]?/y);
  if (match === undefined) {
    if (reader.source[reader.at] === '{') throw new NotUnderstood();
    return atom;
  }
  const [text, low, comma, high] = match;
  // A possessive `+` after a quantifier is no JavaScript, and means "repeat the repeat" in Rust.
  if (text.length > 1 && text.endsWith('+')) throw new NotUnderstood();
  if (low === undefined) return { type: 'repeat', body: atom, min: text.startsWith('+') ? 1 : 0, max: text.startsWith('?') ? 1 : Infinity };
  const min = Number(low);
  if (comma === '') return { type: 'repeat', body: atom, min, max: min };
  return { type: 'repeat', body: atom, min, max: high ? Number(high) : Infinity };
}

function readAtom(reader: Reader): RegexNode {
  const char = reader.source.charAt(reader.at);
  if (char === '(') return readGroup(reader);
  if (char === '[') return readSet(reader);
  if (char === '\\') return readEscape(reader);
  if ('*+?{'.includes(char)) throw new NotUnderstood();
  reader.at += 1;
  if (char === '.') return { type: 'set' };
  if (char === '^' || char === '$') return { type: 'edge' };
  return { type: 'char', value: char };
}

function readGroup(reader: Reader): RegexNode {
  const [opening = '('] = sticky(reader, /\((?:\?(?:[:=!]|<[=!]|P?<\w+>))?/y) ?? [];
  if (reader.source[reader.at] === '?') throw new NotUnderstood();
  const body = readChoice(reader);
  if (!take(reader, ')')) throw new NotUnderstood();
  return /^\(\?<?[=!]$/.test(opening) ? { type: 'look', body } : body;
}

/** A class in brackets. Rust nests them, and so does JavaScript's `v` flag: a `[` inside is not understood. */
function readSet(reader: Reader): RegexNode {
  if (sticky(reader, /\[\^?(?:\\[\s\S]|[^\]\\[])+\]/y) === undefined) throw new NotUnderstood();
  return { type: 'set' };
}

const controlCharacters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

function readEscape(reader: Reader): RegexNode {
  const [text = '', word] = sticky(reader, /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|p\{[\w=]+\}|P\{[\w=]+\}|([\s\S]))/y) ?? [];
  if (text === '') throw new NotUnderstood();
  if (word === undefined || 'dDwWsS'.includes(word)) return { type: 'set' };
  if ('bB'.includes(word) || (reader.dialect === 'rust' && 'Az'.includes(word))) return { type: 'edge' };
  const control = controlCharacters[word];
  if (control !== undefined) return { type: 'char', value: control };
  if (/[1-9]/.test(word)) return { type: 'back' };
  if (/[\w<>]/.test(word)) throw new NotUnderstood();
  return { type: 'char', value: word };
}

function take(reader: Reader, char: string): boolean {
  if (reader.source[reader.at] !== char) return false;
  reader.at += 1;
  return true;
}

function sticky(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.source) ?? undefined;
  if (match !== undefined) reader.at = pattern.lastIndex;
  return match;
}
