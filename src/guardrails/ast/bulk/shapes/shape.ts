import type { Code } from '../../../lexer/code.ts';

/** Whether a file looks as if a rule could find something in it: false only where it finds nothing, or the file does not parse. */
export interface Shape {
  (code: Code): boolean;
  /** Whether it looks at brackets, which have to be paired for it: the others are asked first. */
  looksAtBrackets?: true;
  /** Indexes in the text of all that it looks for, in no order: where each begins. Undefined where that cannot be told. */
  places?: ((code: Code) => readonly number[] | undefined) | undefined;
}

/** Somewhere in the code. */
export function matching(source: string): Shape {
  const [regex, all] = [new RegExp(source), new RegExp(source, 'g')];
  const shape: Shape = ({ code }) => regex.test(code);
  const places = ({ code, textIndex }: Code) => startsIn(code, all).map(textIndex);
  return Object.assign(shape, { places });
}

/** Somewhere in the text, comments and strings included. */
export function matchingText(source: string): Shape {
  const [regex, all] = [new RegExp(source), new RegExp(source, 'g')];
  const shape: Shape = ({ text }) => regex.test(text);
  return Object.assign(shape, { places: ({ text }: Code) => startsIn(text, all) });
}

/** Where an expression matches, overlapping places included. */
function startsIn(text: string, regex: RegExp): number[] {
  const starts: number[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    starts.push(match.index);
    regex.lastIndex = match.index + 1;
  }
  return starts;
}

/** Where whoever has read the code has seen it. */
export function anyAt(placesIn: (code: Code) => readonly number[]): Shape {
  const shape: Shape = (code) => code.isInDoubt || placesIn(code).length > 0;
  return Object.assign(shape, { places: placesIn });
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

export function withoutPlaces(shape: Shape): Shape {
  return Object.assign(shape, { places: undefined });
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
