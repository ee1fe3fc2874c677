/** Names, numbers and texts each as a whole; every other sign by itself. */
const token = /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\S/gu;

/** Code in its smallest parts, whatever its language, without the spaces between. */
export function codeTokens(code: string): string[] {
  return code.match(token) ?? [];
}

export function isText(part: string): boolean {
  return /^["'`]/.test(part) && part.length > 1;
}
