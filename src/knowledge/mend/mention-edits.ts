import path from 'node:path';
import type { KnowledgeGraph } from '../graph.ts';
import type { Fault } from '../rules/fault.ts';
import type { TextEdit } from './apply-edits.ts';
import { renamedFile } from './where-now.ts';

/** Other paths in code for files that git saw move. That there is one other of its name is no proof here: a sentence says more than a path. */
export function mentionEdits(graph: KnowledgeGraph, renamed: ReadonlyMap<string, string>, faults: readonly Fault[]): TextEdit[] {
  const missing = new Set(
    faults.flatMap(({ rule, path: from, place }) => (rule === 'missing-path' ? [`${from}:${place?.line}:${place?.column}`] : [])),
  );
  return graph.mentions.flatMap(({ from, mention, to }): TextEdit[] => {
    const { line, column, at } = mention.span;
    if (mention.kind !== 'path' || to !== undefined || !missing.has(`${from}:${line}:${column}`)) return [];
    const written = mention.path.replace(/^\.\//, '');
    const beside = path.posix.join(path.posix.dirname(from), written);
    const now = renamedFile(written, graph.files, renamed) ?? relativeTo(from, renamedFile(beside, graph.files, renamed));
    const start = at.start + (graph.documents.get(from)?.text.slice(at.start, at.end).indexOf(mention.path) ?? -1);
    return now === undefined || start < at.start ? [] : [{ path: from, at: { start, end: start + mention.path.length }, text: now }];
  });
}

function relativeTo(from: string, file: string | undefined): string | undefined {
  return file === undefined ? undefined : path.posix.relative(path.posix.dirname(from), file);
}
