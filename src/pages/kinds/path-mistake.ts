/** Why a path cannot name a file of an example: the end of a sentence that begins with "the path". Undefined where it can. */
export function pathMistake(path: string): string | undefined {
  if (path.trim() === '') return 'may not be empty';
  if (path.includes('\\')) return 'has forward slashes only';
  if (/^\/|^[a-z]:/i.test(path)) return 'is relative to the repository';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'may not hold empty parts, `.` or `..`';
  return undefined;
}
