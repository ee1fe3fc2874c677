import type { PageHeading, PageKind, PageLink } from './page.ts';

/** A piece of a document's text, in UTF-16 code units from its start, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A link to something in the repository, whether or not it is there. */
export interface DocumentLink extends PageLink {
  /** A `reference` is where a `definition` is used: both have the address of the definition. */
  how: 'inline' | 'reference' | 'definition' | 'image' | 'wiki' | 'html' | 'front-matter';
  /** The address as it stands in the text. */
  url: string;
  /** What is shown in its place. */
  text: string;
  /** Where the address stands. */
  at: Span;
  /** Where all of it stands, its text too. */
  whole: Span;
}

export interface DocumentHeading extends PageHeading {
  /** What `#` and this leads to, as GitHub makes it: unique in its document. */
  slug: string;
}

/** Text between backticks. */
export interface CodeSpan {
  text: string;
  line: number;
  column: number;
  /** Where its text stands, without the backticks. */
  at: Span;
}

/** A block of code between fences, or indented. */
export interface CodeBlock {
  /** The first word after the fence's ticks, in lower case; empty where there is none. */
  language: string;
  /** Its lines, each with its number in the document. */
  lines: { text: string; line: number }[];
  line: number;
}

/** An item of a list. */
export interface ListEntry {
  /** Its first block in one line, as it is written. */
  text: string;
  /** Of a check box; absent where it has none. */
  done?: boolean;
  isNumbered: boolean;
  line: number;
}

/** A Markdown document of the repository, whether or not it is a page of the harness. */
export interface KnowledgeDocument {
  /** Path relative to the repository, with forward slashes. */
  path: string;
  /** What kind of page it is; absent for other documents. */
  kind?: PageKind;
  title: string;
  /** The whole text with \n as its only line end, and without a byte order mark. */
  text: string;
  /** Line on which the body begins, from 1. */
  bodyLine: number;
  /** Values by key; empty where there is none or where it cannot be read. */
  frontMatter: ReadonlyMap<string, unknown>;
  headings: DocumentHeading[];
  /** What links may name after `#`: slugs, and names of HTML anchors. */
  anchors: ReadonlySet<string>;
  links: DocumentLink[];
  code: CodeSpan[];
  blocks: CodeBlock[];
  entries: ListEntry[];
  /** Paragraphs in one line, each as it is written. */
  paragraphs: { text: string; line: number }[];
}
