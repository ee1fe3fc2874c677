import type { Document, YAMLError } from 'yaml';
import type { Mistake, Place } from '../mistake.ts';

/** What the YAML parser complains of, errors and warnings alike, in words that say how to mend it. */
export function syntaxMistakes(document: Document.Parsed, text: string, toPlace: (offset: number) => Place): Mistake[] {
  return [...document.errors, ...document.warnings].map((error) => ({ ...toPlace(error.pos[0]), code: 'yaml', ...describe(error, text) }));
}

function describe(error: YAMLError, text: string): { message: string; fix?: string } {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: 'The same key is here twice.' };
    case 'TAB_AS_INDENT':
      return { message: 'YAML is indented with spaces, not with tabs.' };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'This YAML nests too deep.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: 'A value that holds a colon and a space must stand between quotes.', ...quoted(lineAt(text, error.pos[0])) };
    default:
      return { message: `This is not valid YAML: ${error.message}${error.message.endsWith('.') ? '' : '.'}` };
  }
}

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
