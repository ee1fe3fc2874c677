/** Whether a sticky expression matches from an index on. */
export function holdsAt(regex: RegExp, code: string, at: number): boolean {
  regex.lastIndex = at;
  return regex.test(code);
}
