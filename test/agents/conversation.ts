/** One thing a model is shown in a request, in the order in which the agent sends it. */
export interface Item {
  from: 'system' | 'user' | 'assistant' | 'tool';
  text: string;
}

/** A request of an agent to its model, in words that do not depend on the wire format. */
export interface ModelRequest {
  /** The next step of the work, a summary for compaction, or something on the side such as a title. */
  purpose: 'step' | 'summary' | 'aside';
  items: Item[];
}

/** What `later` shows that `earlier` did not: agents send the whole conversation again each time. */
export function newItems(earlier: ModelRequest | undefined, later: ModelRequest): Item[] {
  const known = new Map<string, number>();
  for (const item of earlier?.items ?? []) known.set(keyOf(item), (known.get(keyOf(item)) ?? 0) + 1);
  return later.items.filter((item) => {
    const left = known.get(keyOf(item)) ?? 0;
    known.set(keyOf(item), left - 1);
    return left <= 0;
  });
}

function keyOf(item: Item): string {
  return `${item.from}\n${item.text}`;
}
