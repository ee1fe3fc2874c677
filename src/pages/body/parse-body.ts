import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

/**
 * The tree of a whole page, front matter included, so that positions are those of the file. Emphasis is left as it is
 * written: an agent reads it just as well, and its parser is the one that hangs on a line of asterisks.
 */
export function parseBody(text: string): Root {
  return fromMarkdown(text, {
    extensions: [frontmatter('yaml'), { disable: { null: ['attention'] } }],
    mdastExtensions: [frontmatterFromMarkdown('yaml')],
  });
}
