import { groupBy } from '#kernel/group-by.ts';
import type { KnowledgeDocument, Span } from '#kernel/records/document.ts';
import type { KnowledgeGraph, ResolvedMention } from '../graph.ts';
import { isBuiltIn } from './built-in.ts';

/** That a name stands somewhere in the source. */
export interface SymbolClaim {
  from: string;
  name: string;
  line: number;
  column: number;
  /** As it is written. */
  text: string;
  at: Span;
  /** The file that is said to have it. */
  file?: string;
}

/** Names that documents speak of together with their file, and those that they call. */
export function* symbolClaims(graph: KnowledgeGraph): Generator<SymbolClaim> {
  const linked = groupBy(graph.links, ({ from }) => from);
  for (const [from, own] of groupBy(graph.mentions, (mention) => mention.from)) {
    const document = graph.documents.get(from);
    if (document === undefined) continue;
    const places = [
      ...(linked.get(from) ?? []).flatMap(({ link, to }) => placeOf(link.whole, to, graph)),
      ...own.flatMap(({ mention, to }) => placeOf(mention.span.at, to, graph)),
    ];
    for (const resolved of own) {
      const claim = toClaim(resolved, document, places);
      if (claim !== undefined) yield claim;
    }
  }
}

/** Where a document speaks of a file of source. */
function placeOf(at: Span, to: string | undefined, { documents, files }: KnowledgeGraph): (Span & { to: string })[] {
  return to === undefined || documents.has(to) || !files.isFile(to) || !/\.\w+$/.test(to) ? [] : [{ ...at, to }];
}

type Places = readonly (Span & { to: string })[];

function toClaim({ from, mention, to }: ResolvedMention, document: KnowledgeDocument, places: Places): SymbolClaim | undefined {
  const { line, column, text, at } = mention.span;
  const place = { from, line, column, text, at };
  if (mention.kind === 'path') {
    const name = mention.symbol?.split(/[.#]/).at(-1);
    return name === undefined || to === undefined ? undefined : { ...place, name, file: to };
  }
  const file = fileOf(at, document.text, places);
  if (file !== undefined && isIdentifier(mention.name)) return { ...place, name: mention.name, file };
  const isOwnCall = mention.isCall && text === `${mention.name}()` && isTelling(mention.name) && !isBuiltIn(mention.name);
  return isOwnCall && document.kind !== 'guardrail' && document.kind !== 'persona' ? { ...place, name: mention.name } : undefined;
}

/** `a` in `b.ts`, `b.ts` exports `a`, [`a`](b.ts): the words between leave no doubt. */
function fileOf({ start, end }: Span, text: string, places: Places): string | undefined {
  for (const place of places) {
    if (place.start <= start && end <= place.end) return place.to;
    const isBehind = place.start >= end && place.start - end < 40;
    if (
      isBehind &&
      /^`+\s*(?:,\s*)?(?:in|from|of|at|\(|\(in|inside|is in|lives in|(?:is )?(?:defined|declared|exported|implemented|found) (?:in|by|from))\s*(?:the )?[[`(]*$/.test(
        text.slice(end, place.start),
      )
    )
      return place.to;
    const isBefore = place.end <= start && start - place.end < 40;
    if (
      isBefore &&
      /^[`)\]]*(?::|'s|\s+(?:exports|defines|declares|has|provides|offers))\s*(?:the )?`+$/.test(text.slice(place.end, start))
    )
      return place.to;
  }
  return undefined;
}

function isIdentifier(name: string): boolean {
  return (
    /^[A-Za-z_$][\w$]{2,}$/.test(name) &&
    !/^(?:true|false|null|undefined|this|self|None|nil|void|async|await|const|let|var|function|class|import|export|default|return|main|type|interface|string|number|boolean)$/.test(
      name,
    )
  );
}

/** Names made of several words are somebody's own; single words are everybody's. */
function isTelling(name: string): boolean {
  return (
    name.length > 4 &&
    !/^(?:my|your|some|foo|bar|example|do_?some|property_?name|function_?name|method_?name)/i.test(name) &&
    (/[a-z][A-Z]/.test(name) || /[a-z0-9]_[a-z]/.test(name))
  );
}
