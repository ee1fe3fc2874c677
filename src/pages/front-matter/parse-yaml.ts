import { type Document, parseDocument } from 'yaml';
import type { Mistake, Place } from '../mistake.ts';
import { findNode } from './find-node.ts';
import { quoteColons } from './quote-colons.ts';
import { syntaxMistakes } from './syntax-mistakes.ts';
import { yamlTraps } from './yaml-traps.ts';

/** Parsed YAML that still knows where everything is. */
export interface YamlSource {
  data: unknown;
  /** Place of a key or a list item, of its value where `part` says so; of the nearest parent that is there where it is missing. */
  place(keys: readonly PropertyKey[], part?: 'key' | 'value'): Place;
}

/** Settings and front matter are small; the limit bounds what a hostile file can cost. */
const maxChars = 32 * 1024;

/** One slip makes the parser complain of much that follows it. */
const maxMistakes = 20;

/** Reads YAML that begins on `firstLine` of its file. There is a source only where there is no mistake. */
export function parseYaml(text: string, firstLine: number, mostChars = maxChars): { source?: YamlSource; mistakes: Mistake[] } {
  if (text.length > mostChars) return { mistakes: [tooLong(firstLine, mostChars)] };
  const parsed = parseTolerantly(text);
  if (parsed === undefined) return { mistakes: [tooDeep(firstLine)] };
  const { document } = parsed;
  const toPlace = (offset: number) => placeAt(parsed.text, offset, firstLine);
  const mistakes = [...syntaxMistakes(document, parsed.text, toPlace), ...yamlTraps(document, toPlace)];
  if (mistakes.length > 0) return { mistakes: mistakes.slice(0, maxMistakes) };
  return readData(document, toPlace, firstLine);
}

/** Counted here, because the line counter of the library misses line ends in what it cannot parse. */
function placeAt(text: string, offset: number, firstLine: number): Place {
  const before = text.slice(0, offset);
  return { line: firstLine + before.split('\n').length - 1, column: offset - before.lastIndexOf('\n') };
}

/** Tries again where nothing is wrong but colons in text without quotes; see docs/decisions/0007. */
function parseTolerantly(text: string): { document: Document.Parsed; text: string } | undefined {
  const document = parseOrGiveUp(text);
  if (document === undefined) return undefined;
  const colons = document.errors.map(({ code, pos }) => (code === 'BLOCK_AS_IMPLICIT_KEY' ? pos[0] : undefined));
  const quoted = colons.length > 0 && colons.every((offset) => offset !== undefined) ? quoteColons(text, colons) : undefined;
  const again = quoted === undefined ? undefined : parseOrGiveUp(quoted);
  return quoted !== undefined && again?.errors.length === 0 ? { document: again, text: quoted } : { document, text };
}

/** The parser descends into what is nested; where a hostile file takes it too far, the stack ends before the file does. */
function parseOrGiveUp(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(line: number): Mistake {
  return { line, column: 1, code: 'yaml-too-deep', message: 'This YAML nests too deep.' };
}

function tooLong(line: number, mostChars: number): Mistake {
  return {
    line,
    column: 1,
    code: 'yaml-too-long',
    message: `This YAML is longer than ${mostChars} characters.`,
    fix: 'Keep settings short; move text into the body of a page.',
  };
}

function readData(
  document: Document.Parsed,
  toPlace: (offset: number) => Place,
  firstLine: number,
): { source?: YamlSource; mistakes: Mistake[] } {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    const place: YamlSource['place'] = (keys, part = 'key') => {
      const offset = findNode(document, keys, part);
      return offset === undefined ? { line: 1, column: 1 } : toPlace(offset);
    };
    return { source: { data, place }, mistakes: [] };
  } catch (error) {
    const message = `The aliases of this YAML cannot be followed: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      mistakes: [{ line: firstLine, column: 1, code: 'yaml-alias', message, fix: 'Write the values out instead of using & and *.' }],
    };
  }
}
