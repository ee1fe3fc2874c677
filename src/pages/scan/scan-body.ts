import type { CodeBlock, CodeSpan, KnowledgeDocument, ListEntry } from '#kernel/records/document.ts';
import type { RawHeading } from './heading-slugs.ts';
import { htmlLinks } from './html-links.ts';
import { type JoinedText, joinParts } from './joined-text.ts';
import type { RawLink } from './raw-link.ts';
import type { Block } from './scan-blocks.ts';
import { scanInline } from './scan-inline.ts';
import { takeDefinitions } from './take-definitions.ts';

export interface BodyScan {
  headings: RawHeading[];
  links: RawLink[];
  names: string[];
  code: CodeSpan[];
  blocks: CodeBlock[];
  entries: ListEntry[];
  paragraphs: KnowledgeDocument['paragraphs'];
}

/** What stands in the blocks of a document. Definitions come first: a reference may stand above its own. */
export function scanBody(blocks: readonly Block[]): BodyScan {
  const body: BodyScan = { headings: [], links: [], names: [], code: [], blocks: [], entries: [], paragraphs: [] };
  const texts = blocks.map((block) => (block.kind === 'text' ? takeDefinitions(block, body.links) : joinParts(block.parts)));
  const labels = new Set(body.links.flatMap(({ label }) => label ?? []));
  for (const [index, block] of blocks.entries()) {
    const joined = texts[index];
    if (joined !== undefined) readBlock({ block, joined, labels }, body);
  }
  return body;
}

function readBlock({ block, joined, labels }: { block: Block; joined: JoinedText; labels: ReadonlySet<string> }, body: BodyScan): void {
  if (block.kind === 'html') htmlLinks(joined, { start: 0, end: joined.text.length }, body);
  else if (block.kind === 'code') body.blocks.push(toCode(block));
  else readText({ block, joined, labels }, body);
}

function readText({ block, joined, labels }: { block: Block; joined: JoinedText; labels: ReadonlySet<string> }, body: BodyScan): void {
  const { code, links, names } = scanInline(joined, labels);
  push(body.code, code);
  push(body.links, links);
  push(body.names, names);
  if (block.kind === 'heading')
    body.headings.push({ depth: block.depth ?? 1, source: joined.text, line: block.line, isNested: block.isNested });
  else if (block.item !== undefined) body.entries.push(toEntry(joined.text, block, block.item.isNumbered));
  else if (joined.text !== '') body.paragraphs.push({ text: joined.text.replaceAll('\n', ' '), line: block.parts[0]?.line ?? block.line });
}

/** Spreading a long list into a call overflows the stack. */
function push<Item>(into: Item[], items: readonly Item[]): void {
  for (const item of items) into.push(item);
}

function toCode({ info = '', line, parts }: Block): CodeBlock {
  return { language: /^[^\s{,]*/.exec(info)?.[0].toLowerCase() ?? '', lines: parts.map(({ text, line }) => ({ text, line })), line };
}

function toEntry(source: string, { line }: Block, isNumbered: boolean): ListEntry {
  const [box = '', mark] = /^\[([ xX])\](?:\s+|$)/.exec(source) ?? [];
  const text = source.slice(box.length).replaceAll('\n', ' ');
  return { text, isNumbered, line, ...(mark === undefined ? {} : { done: mark !== ' ' }) };
}
