import type { DocumentLink, KnowledgeDocument } from '#kernel/records/document.ts';
import type { DecisionFacts } from './decisions/decision-facts.ts';
import type { FileIndex } from './files/file-index.ts';
import type { Mention } from './mentions/mention.ts';

/**
 * A thing that knowledge is about. Its id is the path of a page, document, file or folder, `path#name` of a symbol, and
 * `owner:`, `screen:` or `route:` before the name of others.
 */
export interface GraphNode {
  id: string;
  kind: 'page' | 'document' | 'file' | 'folder' | 'symbol' | 'owner' | 'screen' | 'route';
  /** Of a page or document; else its name. */
  title: string;
}

export interface GraphEdge {
  /**
   * `links`: a link that leads there. `names`: speaks of it in code. `supersedes`: a decision takes the place of another.
   * `owned-by`: whom the page names, or CODEOWNERS. `passes`: a journey goes through a screen or a route.
   */
  kind: 'links' | 'names' | 'supersedes' | 'owned-by' | 'passes';
  from: string;
  to: string;
  /** Line of `from` that says so, from 1; absent where it is said elsewhere. */
  line?: number;
  /** The heading it leads to. */
  anchor?: string;
}

/** A page that is for files: a guardrail that checks them, a persona that reads them. */
export interface Watcher {
  path: string;
  globs: readonly string[];
  watches(file: string): boolean;
}

/** A link and what it leads to. */
export interface ResolvedLink {
  from: string;
  link: DocumentLink;
  /** Path of the file or folder it leads to; absent where there is none. */
  to?: string;
  /** Set where a document was found and does not have the heading. */
  lacksAnchor?: true;
}

/** Something that a document says in code, and which file or folder it is. */
export interface ResolvedMention {
  from: string;
  mention: Mention;
  /** Path of the file or folder; absent where it names none that is there. */
  to?: string;
}

export interface PlanFacts {
  path: string;
  stage: 'active' | 'completed';
  /** From the front matter, else from a line `Status: ...`, in lower case. */
  status?: string;
  boxes: { done: number; open: number };
}

/** Everything that the documents of a repository say of each other and of its files: plain data, walked by `walk-graph.ts`. */
export interface KnowledgeGraph {
  /** Every Markdown document, pages of the harness too, by path. */
  documents: ReadonlyMap<string, KnowledgeDocument>;
  files: FileIndex;
  nodes: ReadonlyMap<string, GraphNode>;
  /** By the id of the node they come from. */
  edgesFrom: ReadonlyMap<string, readonly GraphEdge[]>;
  /** By the id of the node they lead to. */
  edgesTo: ReadonlyMap<string, readonly GraphEdge[]>;
  links: readonly ResolvedLink[];
  mentions: readonly ResolvedMention[];
  decisions: ReadonlyMap<string, DecisionFacts>;
  plans: ReadonlyMap<string, PlanFacts>;
  watchers: readonly Watcher[];
  /** Whom the front matter of a page names, and whom CODEOWNERS names for any file. */
  ownersOf(path: string): readonly string[];
  /** Whether anybody is named for anything. */
  hasOwners: boolean;
}
