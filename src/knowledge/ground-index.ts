import type { PageKind } from '#kernel/records/page.ts';
import type { DecisionFacts } from './decisions/decision-facts.ts';

/** All that is known of a repository without reading it again. */
export interface GroundIndex {
  pages: readonly PageFacts[];
  /** Sections of all pages, then their bullets, page by page. */
  pageUnits: Postings;
  files: readonly string[];
  /** One unit a file. */
  fileUnits: Postings;
  history: History;
}

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

/** Which words stand in which unit (a section, a file, a message of a commit) and how often: flat numbers that are read in one go. */
export interface Postings {
  /** Where the words of each unit begin; one more than there are units. */
  starts: Uint32Array;
  /** Hashes of words. */
  terms: Uint32Array;
  /** How often, by the weight of where they stand; at most 255. */
  counts: Uint8Array;
}

/** Commits of a branch, the newest first: what they say and which files they touch, as flat numbers. */
export interface History {
  /** The commit that it ends with; empty where there is none. */
  tip: string;
  /** Commits in hexadecimal digits, one after the other, all of the same length. */
  ids(): string;
  /** Seconds since the Unix epoch. */
  times: Uint32Array;
  /** Words of their messages; one unit a commit. */
  messages: Postings;
  /** Where the files of each commit begin; one more than there are commits. */
  fileStarts: Uint32Array;
  /** Places in `paths`. */
  files: Uint32Array;
  paths: readonly string[];
}

/** A commit as git tells of it. */
export interface CommitRecord {
  id: string;
  /** Whether it is part of the branch; else it was once, and is no more. */
  isOurs: boolean;
  /** Seconds since the Unix epoch. */
  time: number;
  message: string;
  files: string[];
  /** Files that only got another name: from the old one to the new. */
  renames: [from: string, to: string][];
}
