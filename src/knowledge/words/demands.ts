import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { isHistory } from './is-history.ts';
import { type WordSet, wordSet } from './word-set.ts';

/** One sentence or bullet that says how things are to be done. */
export interface Demand {
  path: string;
  line: number;
  /** Of a bullet of a persona. */
  id?: string;
  text: string;
  set: WordSet;
  /** Files it is for; absent where it is for all. */
  watches?: (file: string) => boolean;
}

/** Messages of guardrails, bullets of personas, and bullets elsewhere that demand something. Steps are no demands: many runbooks share some. */
export function findDemands(graph: KnowledgeGraph): Demand[] {
  const watchers = new Map(graph.watchers.map(({ path, watches }) => [path, watches]));
  return [...graph.documents.values()].flatMap((document) => {
    const scope = watchers.get(document.path) ?? folderScope(document.path);
    return textsOf(document, graph).map(({ text, line, id }) => ({
      path: document.path,
      line,
      ...(id === undefined ? {} : { id }),
      text,
      set: wordSet(text),
      ...(scope === undefined ? {} : { watches: scope }),
    }));
  });
}

function textsOf(document: KnowledgeDocument, graph: KnowledgeGraph): { text: string; line: number; id?: string }[] {
  const { entries, kind, paragraphs, path } = document;
  if (kind === 'guardrail') return paragraphs.slice(0, 1);
  if (kind === 'persona') return entries.map(readBullet);
  if (kind === 'decision' || kind === 'plan' || isHistory(document) || graph.plans.has(path)) return [];
  return entries.filter(({ text, isNumbered, done }) => !isNumbered && done === undefined && demands.test(text) && !defines.test(text));
}

/** Lists of options, parameters and terms begin with what they explain. */
const defines =
  /^\{|^(?:\*\*)?(?:`[^`]+`|\[[^\]]+\]|[\w.?]+)(?:\*\*)?\??\s*(?:\([^)]*\)|_\([^)]*\)_)?\s*(?:[-–—:=]\s|\{|$)|^\*\*[^*]+\*\*\s*(?:[-–—:]|$)/;

const demands =
  /\b(?:must|never|always|do not|don't|should|shall|only|every|each|no|use|uses|prefer|avoid|at most|at least|required?|forbidden|keep|write|indent|limit|maximum|minimum|cannot|may not)\b/i;

/** AGENTS.md of a folder is for that folder. */
function folderScope(path: string): ((file: string) => boolean) | undefined {
  const folder = /^(.*\/)(?:AGENTS|CLAUDE|GEMINI)\.md$/i.exec(path)?.[1];
  return folder === undefined ? undefined : (file) => file.startsWith(folder);
}

function readBullet({ text, line }: { text: string; line: number }): { text: string; line: number; id?: string } {
  const [mark = '', id] = /^\[([\w-]+)\](?:\([^)]*\))?\s*/.exec(text) ?? [];
  return { text: text.slice(mark.length), line, ...(id === undefined ? {} : { id }) };
}

/** Where a demand stands, for a message. */
export function placeName({ path, line, id }: Demand): string {
  return `\`${path}\`, line ${line}${id === undefined ? '' : ` [${id}]`},`;
}

/** A document that goes through several cases may say of each what it says of the others, or the opposite; a persona and a hub may not. */
export function mayCompare(first: Demand, second: Demand): boolean {
  return first.path !== second.path || first.id !== undefined || /(?:^|\/)(?:AGENTS|CLAUDE|GEMINI)\.md$/i.test(first.path);
}
