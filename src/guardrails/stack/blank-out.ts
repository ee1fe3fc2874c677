/** The text with what matches made blank, so that all else keeps its place. */
export function blankOut(text: string, regex: RegExp): string {
  return text.replace(regex, (found) => found.replace(/[^\n]/g, ' '));
}
