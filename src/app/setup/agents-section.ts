import { MisuseError } from '#kernel/errors.ts';

const startMark = '<!-- tackroom:start -->';
const endMark = '<!-- tackroom:end -->';

/** What `init` puts above its section in an AGENTS.md of its own. */
export const newAgentsFile = '# Working in this repository';

/** A marked section in a text: its offsets, marks included. */
export interface Section {
  start: number;
  end: number;
  text: string;
}

/** The section with its marks, as it goes into a file. */
export function renderSection(body: string): string {
  return `${startMark}\n${body.trim()}\n${endMark}`;
}

/** Finds our section; one mark without the other is an error, because it cannot be known what is a person's. */
export function findSection(text: string, path: string): Section | undefined {
  const start = text.indexOf(startMark);
  const end = text.indexOf(endMark, Math.max(start, 0));
  if (start === -1 && end === -1) return undefined;
  if (start === -1 || end === -1) {
    throw new MisuseError(`${path} has one of the marks ${startMark} and ${endMark} without the other.`, {
      code: 'broken-section',
      fix: `Put the missing mark back into ${path}, or remove both.`,
    });
  }
  return { start, end: end + endMark.length, text: text.slice(start, end + endMark.length) };
}

/** The text with our section at its end, in the file's own line ends. */
export function addSection(text: string, section: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const closed = text === '' || text.endsWith('\n') ? text : text + eol;
  return closed + (closed === '' ? '' : eol) + section.replaceAll('\n', eol) + eol;
}

export function replaceSection(text: string, old: Section, section: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return text.slice(0, old.start) + section.replaceAll('\n', eol) + text.slice(old.end);
}

/** The text without the section and the empty line that was put before it. */
export function removeSection(text: string, section: Section): string {
  const before = text.slice(0, section.start).replace(/(^|\n)\r?\n$/, '$1');
  return before + text.slice(section.end).replace(/^\r?\n/, '');
}
