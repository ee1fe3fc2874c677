import { groupBy } from '#kernel/group-by.ts';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { DecisionFacts } from '../decisions/decision-facts.ts';
import type { GraphEdge, KnowledgeGraph, ResolvedLink, ResolvedMention } from '../graph.ts';
import { textsOf } from './texts-of.ts';

type Said = Pick<KnowledgeGraph, 'documents' | 'links' | 'mentions' | 'decisions' | 'ownersOf'>;

/** Everything that documents say of each other and of other things, each once. */
export function documentEdges({ documents, links, mentions, decisions, ownersOf }: Said): GraphEdge[] {
  const edges = [
    ...links.flatMap(linkEdge),
    ...mentions.flatMap(mentionEdges),
    ...[...decisions.values()].flatMap(supersedingEdges),
    ...[...documents.values()].flatMap((page) => [...ownerEdges(page, ownersOf), ...journeyEdges(page)]),
  ];
  return [...groupBy(edges, ({ from }) => from).values()].flatMap(onceEach);
}

/** Of those that say the same from one document, the last. */
function onceEach(edges: readonly GraphEdge[]): GraphEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.kind} ${edge.to} ${edge.anchor ?? ''}`, edge])).values()];
}

function linkEdge({ from, to, link: { line, anchor } }: ResolvedLink): GraphEdge[] {
  return to === undefined || to === from ? [] : [{ kind: 'links', from, to, line, ...(anchor === undefined ? {} : { anchor }) }];
}

function mentionEdges({ from, to, mention }: ResolvedMention): GraphEdge[] {
  if (to === undefined || to === from || mention.kind !== 'path') return [];
  const { line } = mention.span;
  const edge: GraphEdge = { kind: 'names', from, to, line };
  return mention.symbol === undefined ? [edge] : [edge, { ...edge, to: `${to}#${mention.symbol}` }];
}

/** Either of the two may say so. */
function supersedingEdges({ path, supersedes, supersededBy }: DecisionFacts): GraphEdge[] {
  return [
    ...supersedes.flatMap(({ path: to, line }): GraphEdge[] => (to === undefined ? [] : [{ kind: 'supersedes', from: path, to, line }])),
    ...supersededBy.flatMap(({ path: from }): GraphEdge[] => (from === undefined ? [] : [{ kind: 'supersedes', from, to: path }])),
  ];
}

function ownerEdges({ path }: KnowledgeDocument, ownersOf: KnowledgeGraph['ownersOf']): GraphEdge[] {
  return ownersOf(path).map((owner) => ({ kind: 'owned-by', from: path, to: `owner:${owner}` }));
}

function journeyEdges({ kind, path, frontMatter }: KnowledgeDocument): GraphEdge[] {
  if (kind !== 'journey') return [];
  const screens = textsOf(frontMatter.get('screens')).map((name) => `screen:${name}`);
  const routes = textsOf(frontMatter.get('routes')).map((name) => `route:${name}`);
  return [...screens, ...routes].map((to) => ({ kind: 'passes', from: path, to }));
}
