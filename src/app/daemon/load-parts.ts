/** Loads what answers are made with, so that no agent waits for it. What turns pages into rules comes when a page has changed. */
export async function loadParts(): Promise<void> {
  await Promise.all([import('../hook/answer-edit.ts'), import('../hook/answer-guide.ts'), import('../hook/answer.ts')]);
}
