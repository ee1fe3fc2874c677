import type { TreeRunner } from '../kind/check-kind.ts';

const portionSize = 20;

/** The paths in the portions that a rule is run over. At least one, though empty: something may be missing from the whole. */
export function treePortions(paths: readonly string[], runner: TreeRunner): (readonly string[])[] {
  if (runner.inPortions !== true || paths.length === 0) return [paths];
  return Array.from({ length: Math.ceil(paths.length / portionSize) }, (_, index) =>
    paths.slice(index * portionSize, (index + 1) * portionSize),
  );
}
