import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { isMinified } from '../is-minified.ts';
import { isRepetitive } from '../is-repetitive.ts';
import { fileFilter, type Possible } from './file-filter.ts';

/** What whoever has read a file knows of it. */
export interface TextFacts extends Possible {
  /** Whether there may be suppression comments in it. */
  allows: boolean;
  /** Whether it has characters that are two UTF-16 code units, and one column to the command line. */
  wide: boolean;
}

/** Tells what is to be known of texts; undefined for those that are left to the library. */
export function factFinder(rules: readonly CompiledRule[]): (path: string, text: string) => TextFacts | undefined {
  const possibleIn = fileFilter(rules);
  return (path, text) => {
    if (isPassedOver(text)) return undefined;
    const { excerpt, ...facts } = possibleIn(path, text);
    const wide = /[\uD800-\uDFFF]/.test(text);
    return { allows: text.includes('tackroom-allow'), ...facts, wide, ...(wide || excerpt === undefined ? {} : { excerpt }) };
  };
}

/**
 * The command line passes over what it cannot decode, counts a byte order mark as a column, heeds comments of its own, and may be at one
 * file for minutes. Such files are left to the library.
 */
function isPassedOver(text: string): boolean {
  if (text.includes('\uFFFD') || text.startsWith('\uFEFF') || text.includes('ast-grep-ignore')) return true;
  return isMinified(text) || isRepetitive(text);
}
