/** An AND of ORs: each inner list has a member that must occur in the text. Empty: nothing is known. */
export type Literals = string[][];

/** More than this costs more to look for than it saves. */
const maxGroups = 6;
const maxMembers = 24;

/** What holds when all of these hold. Longer texts come first: they are rarer. */
export function allOf(parts: readonly Literals[]): Literals {
  const groups = new Map<string, string[]>();
  for (const group of parts.flat()) groups.set(JSON.stringify(group), group);
  return [...groups.values()].sort((a, b) => weight(b) - weight(a)).slice(0, maxGroups);
}

/** What holds when one of these holds: the best group of each, together; nothing if one of them promises nothing. */
export function anyOf(parts: readonly Literals[]): Literals {
  const union = new Set<string>();
  for (const part of parts) {
    const best = part.reduce<string[]>((a, b) => (weight(b) > weight(a) ? b : a), []);
    if (best.length === 0) return [];
    for (const text of best) union.add(text);
  }
  return union.size === 0 || union.size > maxMembers ? [] : [[...union]];
}

/** Length of the shortest member, less a little for each alternative. */
function weight(group: readonly string[]): number {
  if (group.length === 0) return -Infinity;
  return Math.min(...group.map((text) => text.length)) - group.length / 8;
}
