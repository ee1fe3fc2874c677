import type { Code } from './code.ts';

/** Whether a file looks as if a rule could find something in it: false only where it finds nothing, or the file does not parse. */
export interface Shape {
  (code: Code): boolean;
  /** Whether it looks at brackets, which have to be paired for it: the others are asked first. */
  looksAtBrackets?: true;
}

/** Somewhere in the code. */
export function matching(source: string): Shape {
  const regex = new RegExp(source);
  return ({ code }) => regex.test(code);
}

/** Somewhere in the text, comments and strings included. */
export function matchingText(source: string): Shape {
  const regex = new RegExp(source);
  return ({ text }) => regex.test(text);
}

/** One behind the other. */
export function matchingInOrder(first: string, second: string): Shape {
  const [before, after] = [new RegExp(first), new RegExp(second, 'g')];
  return ({ code }) => {
    const found = before.exec(code);
    if (found === null) return false;
    after.lastIndex = found.index + 1;
    return after.test(code);
  };
}

export function anyOf(options: readonly (readonly Shape[])[]): Shape {
  const sorted = options.map(cheapestFirst);
  const any: Shape = (code) => sorted.some((shapes) => shapes.every((shape) => shape(code)));
  return options.flat().some((shape) => shape.looksAtBrackets) ? lookingAtBrackets(any) : any;
}

export function lookingAtBrackets(shape: Shape): Shape {
  return Object.assign(shape, { looksAtBrackets: true as const });
}

export function cheapestFirst(shapes: readonly Shape[]): Shape[] {
  return [...shapes.filter((shape) => shape.looksAtBrackets === undefined), ...shapes.filter((shape) => shape.looksAtBrackets)];
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
