import type { Nodes } from 'mdast';

/**
 * Markdown as a person would say it in a message: no link addresses, no comments; code keeps its backticks. What Markdown takes
 * for a tag stays word for word, since most are none: `Promise<void>`, `src/<area>/index.ts`.
 */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

function blockText(node: Nodes): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map(
          (item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${plainText(item.children).replaceAll('\n', '\n  ')}`,
        )
        .join('\n');
    case 'blockquote':
      return plainText(node.children);
    case 'code':
      return node.value;
    case 'html':
      return withoutComments(node.value).trim();
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      return '';
    default:
      return inlineText(node).replace(/\s+/g, ' ').trim();
  }
}

function inlineText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return withoutComments(node.value);
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('children' in node) return node.children.map(inlineText).join('');
  return 'value' in node ? node.value : '';
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}
