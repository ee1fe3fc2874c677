import { codes } from './codes.ts';

export function lineEnd(text: string, from: number): number {
  const index = text.indexOf('\n', from);
  return index === -1 ? text.length : index;
}

/** Undefined where no comment begins; -1 where it does not end. */
export function commentEnd(text: string, start: number): number | undefined {
  const second = text.charCodeAt(start + 1);
  if (second === codes.slash) return lineEnd(text, start);
  if (second !== codes.star) return undefined;
  const index = text.indexOf('*/', start + 2);
  return index === -1 ? -1 : index + 2;
}

/** Where the string that begins at `start` ends; -1 where it does not end. */
export function stringEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === codes.newline || code === codes.return) return -1;
    if (code === codes.backslash) at++;
  }
  return -1;
}

/** Where the template, or the part of one, that begins at `start` ends: after its last sign or after the `${` of what is put in. */
export function templateEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.backtick) return at + 1;
    if (code === codes.dollar && text.charCodeAt(at + 1) === codes.brace) return at + 2;
    if (code === codes.backslash) at++;
  }
  return -1;
}

/** Where the regular expression that begins at `start` ends, without its flags. */
export function regexEnd(text: string, start: number): number {
  let isInClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.newline) return -1;
    if (code === codes.slash && !isInClass) return at + 1;
    if (code === codes.backslash) at++;
    else if (code === codes.bracket) isInClass = true;
    else if (code === codes.closingBracket) isInClass = false;
  }
  return -1;
}
