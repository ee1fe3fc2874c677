import type { Tree } from '../tree.ts';
import type { Memory } from './run-result.ts';

const memories = new WeakMap<Tree, Memory>();

/** For kinds that look at several files: what is remembered of those in a tree. */
export function treeMemory(tree: Tree): Memory | undefined {
  return memories.get(tree);
}

export function setTreeMemory(tree: Tree, memory: Memory): void {
  memories.set(tree, memory);
}
