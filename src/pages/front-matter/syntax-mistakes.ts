import type { Document, YAMLError } from 'yaml';
import type { Mistake, Place } from '../mistake.ts';

/** What the YAML parser complains of, errors and warnings alike, in words that say how to mend it. */
export function syntaxMistakes(document: Document.Parsed, text: string, toPlace: (offset: number) => Place): Mistake[] {
  const mistakes = withoutEchoes(document.errors).map((error) => ({ error, place: toPlace(error.pos[0]) }));
  return [
    ...mistakes.filter(({ place }, index) => mistakes.findIndex((other) => other.place.line === place.line) === index),
    ...document.warnings.map((error) => ({ error, place: toPlace(error.pos[0]) })),
  ].map(({ error, place }) => ({ ...place, code: 'yaml', ...describe(error, lineAt(text, error.pos[0])) }));
}

/** Mistakes that are complete in themselves. */
const ownMistakes: readonly string[] = ['DUPLICATE_KEY', 'TAB_AS_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE'];

/** One slip leaves the parser where it did not expect to be: what it then misses or cannot place is no mistake of its own. */
function withoutEchoes(errors: readonly YAMLError[]): YAMLError[] {
  return errors.filter(({ code }, index) => index === 0 || ownMistakes.includes(code));
}

function describe(error: YAMLError, line: string): { message: string; fix?: string } {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: 'The same key is here twice.' };
    case 'TAB_AS_INDENT':
      return { message: 'YAML is indented with spaces, not with tabs.' };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'This YAML nests too deep.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return twoColons.test(line)
        ? { message: 'A value that holds a colon and a space must stand between quotes.', ...quoted(line) }
        : {
            message: 'What follows is indented under a key that already has a value.',
            fix: 'Let the next line begin where this one begins, or remove the value.',
          };
    case 'MULTILINE_IMPLICIT_KEY':
      return { message: 'This line is no `key: value`: a key needs a colon and a space after it.' };
    case 'BAD_SCALAR_START':
      return { message: 'A value that begins with this sign must stand between quotes.', ...(/: +[@`%]/.test(line) ? quoted(line) : {}) };
    case 'BAD_DQ_ESCAPE':
      return { message: 'Between double quotes a backslash begins an escape, and this one is unknown.', fix: 'Use single quotes.' };
    default:
      return { message: `This is not valid YAML: ${error.message}${error.message.endsWith('.') ? '' : '.'}` };
  }
}

const twoColons = /^\s*(?:- +)*[^\s:]+: .*:(?: |$)/;

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end);
}

/** Code in a rule often has a colon: `fix: fetch(url, { signal: x })`. The line is shown as it should be. */
function quoted(line: string): { fix?: string } {
  const [, key, value] = /^\s*(?:- )?([^\s:]+): +(\S.*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined || line.length > 200) return {};
  return { fix: `Write \`${key}: '${value.trimEnd().replaceAll("'", "''")}'\`.` };
}
