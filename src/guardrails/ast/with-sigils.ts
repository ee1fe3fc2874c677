/** As ast-grep does before it parses a pattern: `$` begins no name in most languages. Every character stays where it was. */
export function withSigils(text: string, sigil: string): string {
  return sigil === '$' ? text : text.replace(/\$+(?=[A-Z_])|(?<!\$)\$\$\$(?!\$)/g, (signs) => sigil.repeat(signs.length));
}

/** Whether a text with its sigils is a metavariable, of whatever sort, and nothing else. */
export function isVariable(text: string, sigil: string): boolean {
  let at = 0;
  while (at < 3 && text.charAt(at) === sigil) at++;
  return at > 0 && /^[A-Z_0-9]*$/.test(text.slice(at));
}
