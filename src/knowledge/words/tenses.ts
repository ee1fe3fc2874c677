const past =
  /\b(?:remov(?:ed|al|es|ing)|delet(?:ed|es|ing|ion)|dropp(?:ed|ing)|drops|renam(?:ed|ing)|moved|moves out|replac(?:ed|es|ing)|used to|formerly|former|no longer|previous(?:ly)?|originally|once|was|were|had|old|legacy|retired|gone|went|split|merged|extracted|folded|until|deprecated|instead of|superseded|earlier|back then|at first)\b/i;

const future =
  /\b(?:will|shall|would|should|add|adds|adding|creates?|created|creating|new|introduces?|plan(?:ned|s)?|propos(?:ed|es|al)|to be|going to|may|might|could|later|next|generates?|generated|writes?|written|produces?|emits?|outputs?|optional(?:ly)?|unless|not yet|missing|absent|without|if|when|where there is|e\.g\.|for example|for instance|such as|like|say|example|suppose|imagine|hypothetical)\b/i;

/** Whether a sentence tells of what was, or is no more. */
export function tellsOfPast(sentence: string): boolean {
  return past.test(sentence);
}

/** Whether it tells of what is not there yet, may be there, or is made up. */
export function tellsOfOther(sentence: string): boolean {
  return future.test(sentence);
}
