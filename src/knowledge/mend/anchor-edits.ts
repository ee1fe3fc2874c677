import type { KnowledgeGraph, ResolvedLink } from '../graph.ts';
import type { Fault } from '../rules/fault.ts';
import type { TextEdit } from './apply-edits.ts';
import { relink } from './relink.ts';
import { renamedHeading } from './renamed-heading.ts';

/** Other anchors for links to headings that were renamed slightly, or that stand in another document now. */
export function anchorEdits(graph: KnowledgeGraph, faults: readonly Fault[]): TextEdit[] {
  const dead = new Set(faults.flatMap(({ rule, path, place }) => (rule === 'dead-anchor' ? [`${path}:${place?.line}`] : [])));
  return graph.links.flatMap((resolved): TextEdit[] => {
    const { from, link, lacksAnchor } = resolved;
    if (!lacksAnchor || link.how === 'reference' || link.how === 'wiki' || !dead.has(`${from}:${link.line}`)) return [];
    const address = newAddress(resolved, graph);
    return address === undefined ? [] : [{ path: from, at: link.at, text: address }];
  });
}

/** Where both could be meant, nothing is certain. */
function newAddress({ from, link, to = '' }: ResolvedLink, graph: KnowledgeGraph): string | undefined {
  const { anchor = '', url } = link;
  const [written = ''] = url.split('#');
  const heading = renamedHeading(anchor, graph.documents.get(to)?.headings ?? []);
  const elsewhere = [...graph.documents.values()].filter(({ headings }) => headings.some(({ slug }) => slug === anchor));
  const [only] = elsewhere;
  if (heading !== undefined) return elsewhere.length === 0 ? `${written}#${heading}` : undefined;
  return elsewhere.length === 1 && only !== undefined && anchor.includes('-')
    ? relink({ how: link.how, url: `${written}#${anchor}` }, { from, to: only.path })
    : undefined;
}
