/** Source text as a terminal may safely show it: tabs as two spaces, what would steer the terminal (escape sequences, bidirectional overrides) as a dot. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '·');
}
