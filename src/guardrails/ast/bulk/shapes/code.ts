/** What a file looks like to shapes. Where only a parser can tell, everything counts as being there. */
export interface Code {
  text: string;
  /** The text with empty comments, and without what stands in strings; the whole text in doubt. */
  code: string;
  isInDoubt: boolean;
  /** Whether a `!` stands behind an operand. */
  hasBang: boolean;
  /** Whether two `?` of ternaries stand between the same brackets. */
  hasTwoTernaries: boolean;
  /** One more than the most commas and comments that stand directly between two brackets of a kind. */
  mostParts: Record<Bracket, number>;
}

export type Bracket = '(' | '[' | '{';

export const inDoubt: Omit<Code, 'text' | 'code'> = {
  isInDoubt: true,
  hasBang: true,
  hasTwoTernaries: true,
  mostParts: { '(': Infinity, '[': Infinity, '{': Infinity },
};
