import type { PageKind } from '#kernel/records/page.ts';
import type { DecisionFacts } from './decisions/decision-facts.ts';

/** A piece of a page under one heading. */
export interface SectionFacts {
  /** What comes after `#` in its address; empty for what stands before the first heading, and for the heading of the whole page. */
  slug: string;
  title: string;
  /** 0 for what stands before the first heading. */
  depth: number;
  /** Of its own text without what stands under further headings, in a vocabulary of 200,000 tokens (o200k). */
  tokens: number;
}

/** What a reading list has to know of a document: it is kept, so that a question costs no reading. */
export interface PageFacts {
  path: string;
  kind: PageKind | 'document';
  title: string;
  /** Its first words, in one line. */
  says: string;
  sections: SectionFacts[];
  /** Paths of documents, files and folders that it links to or names. */
  leadsTo: string[];
  /** Of a guardrail or a persona: what it is called, and which files it is for. */
  name?: string;
  globs?: string[];
  /** Of a guardrail. */
  priority?: string;
  /** Of a persona; each is a unit of words by itself, behind the sections. */
  bullets?: { id: string; text: string }[];
  decision?: { state: DecisionFacts['state']; replacedBy: string[] };
  plan?: { stage: 'active' | 'completed'; open: number; done: number };
  /** Of a design: no longer how it is. */
  isOutdated?: true;
  /** Of a journey. */
  screens?: string[];
  routes?: string[];
  steps?: string[];
}

/** How many units of words a page has. */
export function unitsOf({ sections, bullets }: PageFacts): number {
  return sections.length + (bullets?.length ?? 0);
}

/** Of the whole page. */
export function tokensOf({ sections }: PageFacts): number {
  return sections.reduce((sum, { tokens }) => sum + tokens, 0);
}
