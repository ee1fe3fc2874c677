import { createHash } from 'node:crypto';
import * as z from 'zod';

/** How the text that `init` made of a shared file goes back to the one from before. */
export const undoSchema = z.strictObject({
  /** Hash of the text that was made, byte for byte: of any other text the offsets mean nothing. */
  made: z.string().startsWith('sha256:'),
  /** How many characters both texts have in common at the start, and after that at the end. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** What stood between them. */
  text: z.string(),
});

export type Undo = z.infer<typeof undoSchema>;

export function undoOf(before: string, made: string): Undo {
  const most = Math.min(before.length, made.length);
  let start = 0;
  while (start < most && before[start] === made[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === made.at(-1 - end)) end += 1;
  return { made: exactHash(made), start, end, text: before.slice(start, before.length - end) };
}

/** The text from before; undefined where somebody has changed the file since, be it one space. */
export function undone(present: string, undo: Undo | undefined): string | undefined {
  if (undo === undefined || exactHash(present) !== undo.made) return undefined;
  return present.slice(0, undo.start) + undo.text + present.slice(present.length - undo.end);
}

function exactHash(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
