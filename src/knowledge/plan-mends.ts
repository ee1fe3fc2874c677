import { groupBy } from '#kernel/group-by.ts';
import type { FileHistory } from './find-drift.ts';
import type { KnowledgeGraph } from './graph.ts';
import { anchorEdits } from './mend/anchor-edits.ts';
import { applyEdits } from './mend/apply-edits.ts';
import { finishedPlans } from './mend/finished-plans.ts';
import { linkEdits } from './mend/link-edits.ts';
import { mentionEdits } from './mend/mention-edits.ts';
import type { Fault } from './rules/fault.ts';

/** A document and what mending makes of it. */
export interface MendedDocument {
  path: string;
  /** Where it goes; absent where it stays. */
  movedTo?: string;
  /** With \n as its only line end, as the graph has it. */
  before: string;
  after: string;
}

/**
 * How the faults are mended for which there is one answer that is certain: links and paths follow files that git saw move, or of whose
 * name there is only one; anchors follow headings; finished plans go where finished plans lie, and links go with them.
 */
export function planMends(graph: KnowledgeGraph, history: Pick<FileHistory, 'renamed'>, faults: readonly Fault[]): MendedDocument[] {
  const moves = finishedPlans(graph, faults);
  const edits = [
    ...linkEdits(graph, { renamed: history.renamed, moves, faults }),
    ...anchorEdits(graph, faults),
    ...mentionEdits(graph, history.renamed, faults),
    ...[...moves.values()].flatMap(({ edits }) => edits),
  ];
  const byPath = groupBy(edits, ({ path }) => path);
  return [...new Set([...byPath.keys(), ...moves.keys()])].sort().flatMap((path) => {
    const document = graph.documents.get(path);
    if (document === undefined) return [];
    const movedTo = moves.get(path)?.to;
    const after = applyEdits(document.text, byPath.get(path) ?? []);
    return [{ path, before: document.text, after, ...(movedTo === undefined ? {} : { movedTo }) }];
  });
}
