import { compareText } from '#kernel/compare-text.ts';

/** People write ids in any case. */
export function isSameIdentifier(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** TR-9 comes before TR-12. */
export function compareIdentifiers(a: string, b: string): number {
  const [nameA, numberA] = parts(a);
  const [nameB, numberB] = parts(b);
  return compareText(nameA, nameB) || numberA - numberB || compareText(a, b);
}

/** The id after the highest of those that have the most common prefix; `TR-1` where there is none. */
export function nextIdentifier(known: readonly string[]): string {
  const counts = new Map<string, { count: number; last: number }>();
  for (const identifier of known) {
    const [prefix, number] = parts(identifier);
    if (number < 0) continue;
    const { count, last } = counts.get(prefix) ?? { count: 0, last: 0 };
    counts.set(prefix, { count: count + 1, last: Math.max(last, number) });
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y.count - x.count || compareText(a, b));
  const [prefix, { last }] = ranked[0] ?? ['TR-', { last: 0 }];
  return `${prefix}${last + 1}`;
}

/** Prefix and number; -1 where there is none. */
function parts(identifier: string): [string, number] {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/s.exec(identifier) ?? [];
  return digits === '' ? [identifier, -1] : [prefix, Number(digits)];
}
