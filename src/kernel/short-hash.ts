/**
 * A text's name in 16 hex digits: two 32-bit FNV-1a sums over its UTF-16 units, from different starts. For naming
 * files after paths, where a clash is bad luck and nobody's gain; `wideHash` is for what must be told apart.
 * It costs a starting process next to nothing.
 */
export function shortHash(text: string): string {
  return sum(text, 0x811c9dc5) + sum(text, 0xcbf29ce4);
}

function sum(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash).toString(16).padStart(8, '0');
}

/** FNV-1a alone leaves texts that differ in their last unit close together. */
function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
