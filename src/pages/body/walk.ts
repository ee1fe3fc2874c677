import type { Nodes } from 'mdast';

/** A node and all nodes under it, in the order of the page. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* walk(child);
}
