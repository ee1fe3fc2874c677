import type { CompiledGlobs } from './records/compiled-rules.ts';

/** Whether compiled globs take a path in, and do not take it out again. */
export function matchesGlobs(globs: CompiledGlobs, path: string): boolean {
  return (globs.include === undefined || matches(globs.include, path)) && !(globs.exclude !== undefined && matches(globs.exclude, path));
}

interface Known {
  regex: RegExp;
  /** What was asked last: rules mostly share their globs, and are asked one after the other. */
  path: string;
  matches: boolean;
}

const cache = new Map<string, Known>();

function matches(source: string, path: string): boolean {
  let known = cache.get(source);
  if (known === undefined) {
    known = { regex: new RegExp(source, 's'), path: '', matches: false }; // a name may hold newlines
    cache.set(source, known);
  } else if (known.path === path) return known.matches;
  known.path = path;
  known.matches = known.regex.test(path);
  return known.matches;
}
