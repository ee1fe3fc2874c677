/** What a token is that is more than one sign. For a single sign it is the sign's character code, which is higher. */
export const sorts = {
  none: 0,
  word: 1,
  string: 2,
  /** A template, or the part of one up to what is put in. */
  template: 3,
  regex: 4,
  arrow: 5,
  spread: 6,
} as const;
