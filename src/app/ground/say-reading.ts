import { renderReading } from '#delivery/render-reading.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';
import { shellWord } from '#kernel/shell-word.ts';

/** Characters that are said to an agent at once. */
const maxChars = 1600;

/** The list in an agent's words, for whatever surface the agent asks through. */
export function sayReading(list: ReadingList, task: readonly string[]): string {
  return renderReading(list, { maxChars, seeMore: `tackroom ground ${task.map(shellWord).join(' ')} --format json` });
}
