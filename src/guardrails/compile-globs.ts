import picomatch from 'picomatch';
import type { CompiledGlobs } from '#kernel/records/compiled-rules.ts';

export interface GlobProblem {
  /** Position in the list. */
  index: number;
  message: string;
  fix?: string;
}

/** Turns a page's globs into regular expressions, so that a hook needs no glob library. A leading `!` takes files out again. */
export function compileGlobs(globs: readonly string[]): { globs: CompiledGlobs; problems: GlobProblem[] } {
  const problems: GlobProblem[] = [];
  const include: string[] = [];
  const exclude: string[] = [];
  for (const [index, glob] of globs.entries()) {
    const negative = glob.startsWith('!');
    const body = negative ? glob.slice(1) : glob;
    const outcome = compileOne(body);
    if (outcome.source === undefined)
      problems.push({ index, message: `"${glob}" ${outcome.message}`, ...(outcome.fix === undefined ? {} : { fix: outcome.fix }) });
    else (negative ? exclude : include).push(outcome.source);
  }
  const first = globs.find((glob) => !glob.startsWith('!'));
  const compiled = {
    ...(include.length === 0 ? {} : { include: include.join('|') }),
    ...(exclude.length === 0 ? {} : { exclude: exclude.join('|') }),
    ...(first === undefined ? {} : { first }),
  };
  return { globs: compiled, problems };
}

type Outcome = { source: string } | { source?: undefined; message: string; fix?: string };

function compileOne(glob: string): Outcome {
  const message = mistake(glob);
  if (message !== undefined) return message;
  try {
    return { source: picomatch.makeRe(glob, { dot: true, strictBrackets: true }).source };
  } catch (error) {
    return { message: `is not a glob: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function mistake(glob: string): { message: string; fix?: string } | undefined {
  if (glob.trim() === '') return { message: 'is empty' };
  if (glob.startsWith('/'))
    return { message: 'begins with a slash, and paths are relative to the repository', fix: `Write "${glob.replace(/^\/+/, '')}".` };
  if (/^(?:\.\/)*\.\.(?:\/|$)/.test(glob)) return { message: 'leads out of the repository' };
  if (glob.endsWith('/')) return { message: 'ends with a slash and matches no file', fix: `Write "${glob}**" for all files below it.` };
  return unbalanced(glob);
}

/** Brackets and braces that picomatch would take for plain characters. */
function unbalanced(glob: string): { message: string } | undefined {
  const plain = glob.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  let depth = 0;
  for (const char of plain) {
    if (char === '{') depth++;
    if (char === '}' && --depth < 0) break;
  }
  if (depth !== 0) return { message: `has an unbalanced ${depth > 0 ? '{' : '}'}` };
  return /[[\]]/.test(plain) ? { message: 'has an unbalanced [ or ]' } : undefined;
}
