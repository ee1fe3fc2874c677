/** A `tackroom-allow` comment. */
export interface Allow {
  guardrail: string;
  /** Empty where the writer gave none: then it allows nothing. */
  reason: string;
  /** From 1. */
  line: number;
}

/**
 * Stands behind a comment's opening or at the start of a line inside a comment; a string that merely contains the word
 * has neither in front of it.
 */
const allow =
  /(?:^|\/\/+|\/\*+|\*|#+|--|<!--|;+|%+|\(\*|\{-|"""|''')[^\S\n]*!?[^\S\n]*tackroom-allow[^\S\n]+([a-z0-9][a-z0-9-]*)[^\S\n]*(?::([^\n]*))?/gm;

const commentEnd = /(?:\*+\/\}?|--+>|-\}|\*\)|%>|"""|''')\s*$/;

/** Every suppression comment of a file, in whatever comment syntax, in the order they stand there. */
export function findAllows(text: string): Allow[] {
  if (!text.includes('tackroom-allow')) return [];
  return text.split('\n').flatMap((line, index) => allowsOnLine(line, index + 1));
}

function allowsOnLine(text: string, line: number): Allow[] {
  if (!text.includes('tackroom-allow')) return [];
  return [...text.matchAll(allow)].map(([, guardrail = '', reason = '']) => ({
    guardrail,
    line,
    reason: reason.trim().replace(commentEnd, '').trim(),
  }));
}
