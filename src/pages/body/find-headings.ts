import type { Root } from 'mdast';
import type { PageHeading } from '#kernel/records/page.ts';
import { placeOf } from './place-of.ts';
import { plainText } from './plain-text.ts';

/** The headings of a page, those inside quotes and lists left out. */
export function findHeadings(root: Root): PageHeading[] {
  return root.children.flatMap((node) =>
    node.type === 'heading' ? [{ depth: node.depth, text: plainText([node]), line: placeOf(node).line }] : [],
  );
}
