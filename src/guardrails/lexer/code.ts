/** What a file looks like to shapes. Where only a parser can tell, everything counts as being there. */
export interface Code {
  text: string;
  /** The text with empty comments, and without what stands in strings; the whole text in doubt. */
  code: string;
  isInDoubt: boolean;
  /** Index in the text of each `!` behind an operand. */
  bangs: readonly number[];
  /** Index in the text of each `?` of a ternary that is not the first between its brackets. */
  nextTernaries: readonly number[];
  /** Braces, and what may end statements between them: each an index in the text, times four, and which sign it is. Empty in doubt. */
  signs: readonly number[];
  /** One more than the most commas and comments that stand directly between two brackets of a kind. */
  mostParts: Record<Bracket, number>;
  /** Where in the text a character of the code is. */
  textIndex(index: number): number;
}

/** A `}` is told apart by whether a statement may end with it. */
export const sign = { open: 0, close: 1, closeInList: 2, semicolon: 3 };

export type Bracket = '(' | '[' | '{';

export const inDoubt: Omit<Code, 'text' | 'code'> = {
  isInDoubt: true,
  bangs: [],
  nextTernaries: [],
  signs: [],
  mostParts: { '(': Infinity, '[': Infinity, '{': Infinity },
  textIndex: (index) => index,
};
