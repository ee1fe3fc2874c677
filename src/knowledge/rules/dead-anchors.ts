import { nearest } from '#pages/nearest.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Links to headings that their document does not have. */
export function* deadAnchors({ graph }: GardenFacts): Generator<Fault> {
  for (const { from, link, to, lacksAnchor } of graph.links) {
    if (to === undefined || !lacksAnchor || link.how === 'reference' || link.anchor === undefined) continue;
    const meant = nearest(link.anchor, graph.documents.get(to)?.anchors ?? []);
    const place = { line: link.line, column: link.column, length: Math.max(1, link.url.length + link.text.length) };
    const message = `\`${to}\` has no heading \`#${link.anchor}\`.${meant === undefined ? '' : ` Did you mean \`#${meant}\`?`}`;
    yield { rule: 'dead-anchor', path: from, place, quote: link.url, message };
  }
}
