import type { Heading, Root, RootContent } from 'mdast';
import { plainText } from './plain-text.ts';

export interface Section {
  heading: Heading;
  /** Up to the next heading of the same or a higher level. */
  nodes: RootContent[];
}

/** The sections with a level-two heading of this name, whatever its case. */
export function findSections(root: Root, name: string): Section[] {
  return root.children.flatMap((node, index) => {
    if (node.type !== 'heading' || node.depth !== 2 || plainText([node]).toLowerCase() !== name.toLowerCase()) return [];
    const rest = root.children.slice(index + 1);
    const end = rest.findIndex((later) => later.type === 'heading' && later.depth <= 2);
    return [{ heading: node, nodes: end === -1 ? rest : rest.slice(0, end) }];
  });
}
