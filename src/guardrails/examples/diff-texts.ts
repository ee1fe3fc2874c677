import { createTwoFilesPatch } from 'diff';

/** Unified diff of two texts under the names they are given here, without the separator line that means nothing. */
export function diffTexts(texts: Readonly<Record<string, string>>): string {
  const [[beforeName, before] = ['', ''], [afterName, after] = ['', '']] = Object.entries(texts);
  return createTwoFilesPatch(beforeName, afterName, before, after).replace(/^=+\n/, '');
}
