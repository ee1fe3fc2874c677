/** Whether a text has what a rule needs. Sound: false only where the rule finds nothing in it. */
export type Shape = (text: string) => boolean;

export function matching(source: string): Shape {
  const regex = new RegExp(source);
  return (text) => regex.test(text);
}

/**
 * Of what the grammar reads as one word, as a whole: not a part of a longer one, but it may follow a number at once
 * (`1as`). The word stands first, so that it is looked for and not each place looked back from.
 */
export function wholeWord(word: string): string {
  return `${escaped(word)}(?<!(?<![\\w$])[A-Za-z_$][\\w$]*${escaped(word)})(?![\\w$])`;
}

export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
