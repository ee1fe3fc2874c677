import type { CruiserRule } from './cruiser-rules.ts';
import { regexGlobs } from './regex-globs.ts';

export type Forbidden = { from: string[]; to: string[] };

/** One side of a rule as globs: those it names, and those it takes out of them. Both empty: anything. */
export interface Side {
  globs: string[];
  except: string[];
}

/** One side of a rule of dependency-cruiser as globs, or why it cannot be. */
export function sideOf(side: CruiserRule['from']): Side | string {
  const strange = Object.keys(side).find((key) => key !== 'path' && key !== 'pathNot');
  if (strange !== undefined) return `kind imports has nothing like ${strange}`;
  const globs = globsOf(side.path);
  const except = globsOf(side.pathNot);
  return globs === undefined || except === undefined ? 'a regular expression in it is no glob' : { globs, except };
}

/** None for a key that is not there; undefined where one cannot be told as globs. */
function globsOf(value: unknown): string[] | undefined {
  const sources: unknown[] = value === undefined ? [] : [value].flat();
  const globs = sources.flatMap((one) => (typeof one === 'string' ? [regexGlobs(one)] : [undefined]));
  return globs.every((one) => one !== undefined) ? globs.flat() : undefined;
}

export function without(globs: readonly string[]): string[] {
  return globs.map((glob) => `!${glob}`);
}
