import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';

/**
 * Offset of the key (or list item) that a path of keys leads to, or of its value; where the path breaks off, of the
 * deepest part that is there. Undefined where not even the first key is.
 */
export function findNode(document: Document.Parsed, keys: readonly PropertyKey[], part: 'key' | 'value'): number | undefined {
  let node: unknown = document.contents;
  let keyOffset: number | undefined;
  for (const key of keys) {
    const step = stepInto(document, node, key);
    if (step === undefined) return keyOffset;
    keyOffset = startOf(step.at) ?? keyOffset;
    node = step.value;
  }
  if (part === 'key') return keyOffset;
  return isEmpty(node) ? keyOffset : (startOf(node) ?? keyOffset);
}

function stepInto(document: Document.Parsed, node: unknown, key: PropertyKey): { at: unknown; value: unknown } | undefined {
  const collection = isAlias(node) ? node.resolve(document) : node;
  if (isMap(collection)) {
    const pair = collection.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair === undefined ? undefined : { at: pair.key, value: pair.value };
  }
  const item = isSeq(collection) ? collection.items[Number(key)] : undefined;
  return item === undefined ? undefined : { at: item, value: item };
}

/** `key:` with nothing after it has a value without a place of its own. */
function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
