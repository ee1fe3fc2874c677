/** Loads what answers are made with, so that no agent waits for it: also what turns pages into rules, for the call after a page was edited. */
export async function loadParts(): Promise<void> {
  await Promise.all([
    import('../hook/answer-edit.ts'),
    import('../hook/answer-guide.ts'),
    import('../hook/answer.ts'),
    import('../hook/compile-hook-rules.ts'),
    import('../hook/compile-guidance.ts'),
  ]);
}
