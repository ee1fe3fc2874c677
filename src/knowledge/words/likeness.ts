/** How much two sets have in common. */
export interface Likeness {
  shared: number;
  /** Words of one alone. */
  onlyFirst: string[];
  onlySecond: string[];
  /** Shared ones of all, from 0 to 1. */
  ratio: number;
}

export function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): Likeness {
  const onlyFirst = [...first].filter((word) => !second.has(word));
  const onlySecond = [...second].filter((word) => !first.has(word));
  const shared = first.size - onlyFirst.length;
  const all = shared + onlyFirst.length + onlySecond.length;
  return { shared, onlyFirst, onlySecond, ratio: all === 0 ? 0 : shared / all };
}

export function isSame(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return first.size === second.size && [...first].every((word) => second.has(word));
}
