import { groupBy } from '#kernel/group-by.ts';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
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
  at: { start: number; end: number };
  /** The file that is said to have it. */
  file?: string;
}

/** Names that documents speak of together with their file, and those that they call. */
export function* symbolClaims({ documents, mentions, links, files }: KnowledgeGraph): Generator<SymbolClaim> {
  const linkedFiles = new Map<string, { start: number; end: number; to: string }[]>();
  for (const { from, link, to } of links) {
    if (to === undefined || documents.has(to) || !files.isFile(to)) continue;
    const list = linkedFiles.get(from) ?? [];
    list.push({ ...spanOf(documents.get(from), link), to });
    linkedFiles.set(from, list);
  }
  for (const [from, own] of groupBy(mentions, (mention) => mention.from)) {
    const document = documents.get(from);
    if (document === undefined) continue;
    const places = [
      ...(linkedFiles.get(from) ?? []),
      ...own.flatMap(({ mention, to }) => (to === undefined || !files.isFile(to) || documents.has(to) ? [] : [{ ...mention.span.at, to }])),
    ];
    for (const resolved of own) {
      const claim = toClaim(resolved, document, places);
      if (claim !== undefined) yield claim;
    }
  }
}

/** From the bracket before the link's text to the address's end: whatever stands between is the link. */
function spanOf(
  document: KnowledgeDocument | undefined,
  { at, text }: KnowledgeGraph['links'][number]['link'],
): { start: number; end: number } {
  const start = document?.text.lastIndexOf(`[${text}`, at.start) ?? -1;
  return { start: start === -1 ? at.start : start, end: at.end + 1 };
}

type Places = readonly { start: number; end: number; to: string }[];

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
function fileOf({ start, end }: { start: number; end: number }, text: string, places: Places): string | undefined {
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
  return name.length > 4 && (/[a-z][A-Z]/.test(name) || /[a-z0-9]_[a-z]/.test(name));
}
