/** Order of two texts by code units: the same on every machine, and without the collator that `localeCompare` loads (5 ms). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
