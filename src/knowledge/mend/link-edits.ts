import path from 'node:path';
import type { KnowledgeGraph, ResolvedLink } from '../graph.ts';
import type { Fault } from '../rules/fault.ts';
import type { TextEdit } from './apply-edits.ts';
import type { PlanMove } from './finished-plans.ts';
import { relink } from './relink.ts';
import { whereNow } from './where-now.ts';

interface Known {
  renamed: ReadonlyMap<string, string>;
  moves: ReadonlyMap<string, PlanMove>;
  faults: readonly Fault[];
}

/** Other addresses for links to what was moved, and for those of a document that is moved itself. */
export function linkEdits(graph: KnowledgeGraph, known: Known): TextEdit[] {
  const dead = new Set(known.faults.flatMap(({ rule, path: from, place }) => (rule === 'dead-link' ? [`${from}:${place?.line}`] : [])));
  return graph.links.flatMap((resolved): TextEdit[] => {
    const { from, link } = resolved;
    if (link.how === 'reference') return [];
    const target = targetOf(resolved, graph, { ...known, dead });
    const at = known.moves.get(from)?.to ?? from;
    if (target === undefined) return [];
    const goal = known.moves.get(target)?.to ?? target;
    if (resolved.to === goal && (at === from || link.how === 'wiki')) return [];
    const address = relink(link, { from: at, to: goal });
    return address === link.url ? [] : [{ path: from, at: link.at, text: address }];
  });
}

/** Where a link is to lead: where it does, or where what it led to is now. */
function targetOf(
  { from, link, to }: ResolvedLink,
  graph: KnowledgeGraph,
  { renamed, dead }: Known & { dead: ReadonlySet<string> },
): string | undefined {
  if (to !== undefined) return to;
  if (!dead.has(`${from}:${link.line}`)) return undefined;
  return link.how === 'wiki' ? wikiTarget(link.target, graph, renamed) : whereNow(link.target, graph.files, renamed);
}

/** A wiki link names no folder: of all files that were called so, one must be left. */
function wikiTarget(name: string, { files }: KnowledgeGraph, renamed: ReadonlyMap<string, string>): string | undefined {
  const now = new Set(
    [...renamed].flatMap(([old, file]) => (path.posix.basename(old, '.md') === name && files.isFile(file) ? [file] : [])),
  );
  return now.size === 1 ? [...now][0] : undefined;
}
