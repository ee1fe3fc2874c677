import type { IssueComment } from '#kernel/records/issue.ts';

export interface TicketBody {
  description: string;
  comments: IssueComment[];
}

const commentsHeading = '## Comments';
const entryHeading = /^### (\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)(?: (.+))?$/;
/** Lines that would begin a comment, or the list of them; written with a backslash before, which Markdown does not show. */
const structural = /^(\\*)(?=## Comments\s*$|### \d{4}-\d{2}-\d{2})/;

/** The description of a ticket, and below `## Comments` what was said: each under a heading with its time and who said it. */
export function readBody(body: string): TicketBody {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.trimEnd() === commentsHeading);
  if (at === -1) return { description: unshielded(lines), comments: [] };
  return { description: unshielded(lines.slice(0, at)), comments: readComments(lines.slice(at + 1)) };
}

function readComments(lines: readonly string[]): IssueComment[] {
  const comments: { head: RegExpExecArray; lines: string[] }[] = [];
  for (const line of lines) {
    const head = entryHeading.exec(line.trimEnd());
    if (head !== null) comments.push({ head, lines: [] });
    else comments.at(-1)?.lines.push(line);
  }
  return comments.map(({ head: [, at = '', author], lines: text }) => ({
    at,
    ...(author === undefined ? {} : { author }),
    text: unshielded(text),
  }));
}

/** The body of a new ticket. */
export function writeDescription(description: string): string {
  return description.trim() === '' ? '' : `${shielded(description.trim())}\n`;
}

/** A body with one comment more. */
export function addComment(body: string, { at, author, text }: IssueComment): string {
  const hasList = body.split('\n').some((line) => line.trimEnd() === commentsHeading);
  const before = body.trimEnd();
  const list = hasList ? before : `${before}${before === '' ? '' : '\n\n'}${commentsHeading}`;
  const who = author === undefined ? '' : ` ${author.replace(/\s+/g, ' ').trim()}`;
  return `${list}\n\n### ${at}${who}\n\n${shielded(text.trim())}\n`;
}

function shielded(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(structural, '\\$1'))
    .join('\n');
}

function unshielded(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/^\\(?=\\*(?:## Comments\s*$|### \d{4}-\d{2}-\d{2}))/, ''))
    .join('\n')
    .trim();
}
