/** What is moved or split by the program is no news; what was moved, or moved somewhere, is. */
const past =
  /\b(?:removed|removal|removes|deleted|deletion|dropped|renamed|retired|replaced|replaces|used to|formerly|former|no longer|previous(?:ly)?|originally|once (?:was|had|lived)|(?:was|were|lived|sat|stood|had been) (?:in|at|here|called|named|part|once|done|made|kept)|old|legacy|gone|deprecated|instead of|superseded|earlier|back then|at first|(?:been|we|got) (?:moved|split|merged|folded|extracted)|(?:moved|split|merged|folded|extracted) (?:to|into|out|from|up|down)|until \d|before (?:that|it was))\b/i;

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

/** Whether it tells of another repository, or of a page elsewhere. */
export function tellsOfElsewhere(sentence: string): boolean {
  return /\brepo(?:sitory|sitories|s)?\b|\bhttps?:\/\/|\bupstream\b/i.test(sentence);
}
