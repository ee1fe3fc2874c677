import type { DocumentHeading, KnowledgeDocument } from '#kernel/records/document.ts';

export interface SectionText {
  slug: string;
  title: string;
  depth: number;
  /** With its heading, as it is written. */
  text: string;
}

/** Deeper headings part what belongs together. */
const deepest = 3;

/** A document in pieces, each under one heading; the first one with the front matter and the heading of the whole. */
export function sectionsOf({ text, headings, title }: KnowledgeDocument): SectionText[] {
  const lines = text.split('\n');
  const [first, ...others] = headings.filter(({ depth }) => depth <= deepest);
  const isWhole = first !== undefined && first.depth === 1;
  const starts = isWhole || first === undefined ? others : [first, ...others];
  const piece = (from: number, to: number) => lines.slice(from - 1, to - 1).join('\n');
  const endOf = (index: number) => starts[index + 1]?.line ?? lines.length + 1;
  return [
    { slug: '', title: isWhole ? first.text : title, depth: isWhole ? 1 : 0, text: piece(1, starts[0]?.line ?? lines.length + 1) },
    ...starts.map((heading: DocumentHeading, index) => ({
      slug: heading.slug,
      title: heading.text,
      depth: heading.depth,
      text: piece(heading.line, endOf(index)),
    })),
  ];
}
