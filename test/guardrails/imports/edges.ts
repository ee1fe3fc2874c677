import { importGraphOf } from '#guardrails/imports/import-graph.ts';
import type { ImportEdge } from '#guardrails/imports/language.ts';
import type { Tree } from '#guardrails/tree.ts';

/** The imports of a file, each as `what it names -> where that leads`. */
export function edgesOf(tree: Tree, path: string): string[] {
  return importGraphOf(tree)
    .edgesFrom(path)
    .map((edge) => `${edge.site.specifier} -> ${lead(edge)}`);
}

function lead({ target, part }: ImportEdge): string {
  const where = target.kind === 'file' ? target.path : [target.kind, ...target.names].join(' ');
  return part === true ? `part ${where}` : where;
}
