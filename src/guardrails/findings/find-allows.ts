/** A `tackroom-allow` comment. */
export interface Allow {
  guardrail: string;
  /** Empty where the writer gave none: then it allows nothing. */
  reason: string;
  /** From 1. */
  line: number;
  /** Set where code stands on its line too: then it speaks of that line alone. */
  besideCode?: true;
  /** Set where it names more than one guardrail, of which none is allowed. */
  namesMore?: true;
}

/**
 * Stands behind a comment's opening or at the start of a line inside a comment; a string that merely contains the word
 * has neither in front of it.
 */
const allow =
  /(?<opening>^|\/\/+|\/\*+|\*|#+|--|<!--|;+|%+|\(\*|\{-|"""|''')[^\S\n]*!?[^\S\n]*tackroom-allow[^\S\n]+(?<id>[a-z0-9][a-z0-9-]*)(?<more>[^\S\n]*[,;&][^\S\n]*[a-z0-9])?[^\S\n]*(?::(?<reason>[^\n]*))?/gm;

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
  return [...text.matchAll(allow)].map(({ groups = {}, index }) => {
    const { reason, behind } = partReason(groups.reason ?? '', groups.opening ?? '');
    const besideCode = isCode(text.slice(0, index)) || isCode(behind);
    const namesMore = groups.more !== undefined;
    return {
      guardrail: groups.id ?? '',
      line,
      reason: namesMore ? '' : reason,
      ...(besideCode ? { besideCode } : {}),
      ...(namesMore ? { namesMore } : {}),
    };
  });
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
