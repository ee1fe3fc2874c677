import { createTwoFilesPatch } from 'diff';
import type { FixedFile } from './write-fixes.ts';

/** A file's fixes as a unified diff that `git apply` takes. */
export function diffOf({ path, before, after }: FixedFile): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after).replace(/^=+\n/, '');
}
