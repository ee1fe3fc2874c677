import type { Root } from 'mdast';
import { plainText } from './plain-text.ts';

/** Text of the first paragraph of a page, before its first section; empty where there is none. A title above it is passed over. */
export function firstParagraph(root: Root): string {
  for (const node of root.children) {
    if (node.type === 'paragraph') return plainText([node]);
    if (node.type === 'heading' && node.depth > 1) return '';
  }
  return '';
}
