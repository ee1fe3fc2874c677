/** What became of the rules of another tool. */
export interface ImportReport {
  /** Pages whose examples hold. */
  written: Imported[];
  /** Pages that are not in force yet: `<id>.md.draft`, which nothing reads. `why` says what they need. */
  drafts: (Imported & { why: string[] })[];
  /** What was left where it is. */
  left: { source: string; why: string }[];
}

interface Imported {
  page: string;
  source: string;
  /** Parts of the rule that a page has no place for; the rule stands in its body, word for word. */
  lost: string[];
}
