/** A `tackroom-allow` comment. */
export interface Allow {
  /** Empty where it names none: then it allows nothing. */
  guardrail: string;
  /** Empty where the writer gave none: then it allows nothing. */
  reason: string;
  /** From 1. */
  line: number;
  /** Set where code stands on its line too: then it speaks of that line alone. */
  besideCode?: true;
  /** Set where it names more than one guardrail, of which none is allowed. */
  namesMore?: true;
  /** Set where words follow the guardrail without a colon between: they are no reason. */
  lacksColon?: true;
}

/**
 * Stands behind a comment's opening or at the start of a line inside a comment; a string that merely contains the word
 * has neither in front of it.
 */
const allow =
  /(?<opening>^|\/\/+|\/\*+|\*|#+|--|<!--|;+|%+|\(\*|\{-|"""|''')[^\S\n]*!?[^\S\n]*tackroom-allow(?![^\S\n]+garden\/)(?:[^\S\n]+(?<id>[a-z0-9][a-z0-9-]*)(?<more>[^\S\n]*[,;&][^\S\n]*[a-z0-9])?|(?=[^\S\n]*(?::|\*\/|-->|$)))[^\S\n]*(?::(?<reason>[^\n]*)|(?<words>-?[^\S\n]*\w))?/gm;

/** How a comment ends that does not end with its line, by its opening; others end as those of C do. */
const closings: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '(*': '*)',
  '{-': '-}',
  '"""': '"""',
  "'''": "'''",
};
const lineComment = /^(?:\/\/|#|--|;|%)/;

const commentEnd = /(?:\*+\/\}?|--+>|-\}|\*\)|%>|"""|''')\s*$/;

/** Every suppression comment of a file, in whatever comment syntax, in the order they stand there. */
export function findAllows(text: string): Allow[] {
  if (!text.includes('tackroom-allow')) return [];
  return text.split('\n').flatMap((line, index) => allowsOnLine(line, index + 1));
}

function allowsOnLine(text: string, line: number): Allow[] {
  if (!text.includes('tackroom-allow')) return [];
  return [...text.matchAll(allow)]
    .filter(({ groups = {} }) => groups.id !== undefined || groups.opening !== '') // else it is a text that speaks of such comments
    .map(({ groups = {}, index }) => ({ line, ...readAllow(groups, text.slice(0, index)) }));
}

/** `before`: what stands before it on its line. */
function readAllow(
  { id = '', more, opening = '', reason: said = '', words }: Partial<Record<string, string>>,
  before: string,
): Omit<Allow, 'line'> {
  const { reason, behind } = partReason(said, opening);
  return {
    guardrail: id,
    reason: more === undefined ? reason : '',
    ...(isCode(before) || isCode(behind) ? { besideCode: true } : {}),
    ...(more === undefined ? {} : { namesMore: true }),
    ...(more === undefined && words !== undefined ? { lacksColon: true } : {}),
  };
}

/** The reason, and what stands behind the comment. */
function partReason(said: string, opening: string): { reason: string; behind: string } {
  const closing = lineComment.test(opening) ? undefined : (closings[opening] ?? '*/');
  const end = closing === undefined ? -1 : said.indexOf(closing);
  const reason = end === -1 ? said : said.slice(0, end);
  const behind = end === -1 ? '' : said.slice(end + (closing?.length ?? 0));
  return { reason: reason.trim().replace(commentEnd, '').trim(), behind };
}

/** Whether there is more than what embeds a comment, as braces do in JSX, and `<% %>`. */
function isCode(text: string): boolean {
  return /[^\s{}<%>(]/.test(text);
}
