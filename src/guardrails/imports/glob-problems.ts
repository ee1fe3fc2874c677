import { compileGlobs } from '../compile-globs.ts';
import type { CheckProblem } from '../kind/check-kind.ts';

interface GlobList {
  globs: readonly string[];
  at: (string | number)[];
  /** What they are matched against: files alone, or targets, which may be packages too. */
  match: 'files' | 'targets';
}

/** Globs that cannot be read, or that would match nothing. */
export function globProblems({ globs, at, match }: GlobList): CheckProblem[] {
  const { problems } = compileGlobs(globs);
  const broken = new Set(problems.map((problem) => problem.index));
  const idle = globs.flatMap((glob, index) => {
    const problem = broken.has(index) ? undefined : whyIdle(glob, match);
    return problem === undefined ? [] : [{ index, ...problem }];
  });
  return [...problems, ...idle].map(({ index, ...problem }) => ({ at: [...at, index], ...problem }));
}

function whyIdle(glob: string, match: GlobList['match']): { message: string; fix: string } | undefined {
  if (/^!?\.\//.test(glob)) return { message: `"${glob}" begins with "./", and paths do not`, fix: `Write "${glob.replace('./', '')}".` };
  const namesFolder = match === 'files' && !/[*?[{(]/.test(glob) && !/\.[^/.]+$/.test(glob);
  return namesFolder ? { message: `"${glob}" names a folder, and globs match files`, fix: `Write "${glob}/**".` } : undefined;
}
