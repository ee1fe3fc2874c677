/** A ticket's file in two: its front matter between the lines `---`, these included, and the rest. Both as they are written. */
export function splitTicket(text: string): { head: string; body: string } {
  const end = /^---[ \t]*\r?\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  return { head: text.slice(0, end), body: text.slice(end) };
}
