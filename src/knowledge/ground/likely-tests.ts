import { isForTests, isTest, subjectOf } from './test-files.ts';

const most = 4;

/** Tests to run for files that will likely be touched, the likeliest first: those that are likely themselves, and those of the files' names. */
export function likelyTests(likely: readonly string[], all: readonly string[]): string[] {
  const subjects = new Set(
    likely
      .slice(0, 6)
      .filter((path) => !isForTests(path))
      .map(subjectOf),
  );
  const known = new Set(all.filter(isTest));
  const bySubject = [...known].filter((path) => subjects.has(subjectOf(path)));
  return [...new Set([...bySubject, ...likely.slice(0, 12).filter((path) => known.has(path))])].slice(0, most);
}
