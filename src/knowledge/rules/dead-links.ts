import path from 'node:path';
import type { ResolvedLink } from '../graph.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Links to files and folders that are not there. */
export function* deadLinks({ graph, isIgnored }: GardenFacts): Generator<Fault> {
  for (const resolved of graph.links) {
    const { from, link, to } = resolved;
    if (to !== undefined || link.how === 'reference' || isElsewhere(link.target) || isIgnored(link.target)) continue;
    yield {
      rule: 'dead-link',
      path: from,
      place: placeOf(resolved),
      quote: link.url,
      message: `There is no \`${shown(resolved)}\`.${hint(resolved, graph)}`,
    };
  }
}

/** What lies beside the repository is nothing that it could lack, and a template's address is filled in later. */
function isElsewhere(target: string): boolean {
  return target.startsWith('..') || /[<>{}*]|\$\{|^mailto:/.test(target);
}

function shown({ link }: ResolvedLink): string {
  return link.how === 'wiki' ? `[[${link.target}]]` : link.target;
}

function hint({ link, from }: ResolvedLink, graph: GardenFacts['graph']): string {
  const spelled = graph.files.spelled(link.target);
  if (spelled !== undefined) return ` Its name is spelled \`${spelled}\`.`;
  const named = graph.files.byName(path.posix.basename(link.target)).filter((file) => file !== from);
  return named.length === 1 ? ` There is \`${named[0]}\`.` : '';
}

function placeOf({ link: { line, column, url, text } }: ResolvedLink): NonNullable<Fault['place']> {
  return { line, column, length: Math.max(1, url.length + text.length) };
}
