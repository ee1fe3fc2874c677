const longest = 120;

/** Enough of a text to know it again. */
export function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest - 2))} …`;
}
