import type { DocumentLink, KnowledgeDocument } from '#kernel/records/document.ts';
import { resolveLink } from './body/resolve-link.ts';
import { normalizeText } from './front-matter/normalize-text.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { pageKindOf, pageName } from './page-kinds.ts';
import { frontMatterLinks, readValues } from './scan/front-matter-values.ts';
import { headingSlugs } from './scan/heading-slugs.ts';
import type { RawLink } from './scan/raw-link.ts';
import { scanBlocks } from './scan/scan-blocks.ts';
import { scanBody } from './scan/scan-body.ts';

/**
 * Reads any Markdown document: where it points, what its headings are called from elsewhere, what it says in code. Nothing is a
 * mistake here; what kinds demand of their pages is for `read-page.ts`.
 */
export function readDocument(path: string, raw: string): KnowledgeDocument {
  const text = normalizeText(raw);
  const { frontMatter, body, bodyLine } = splitFrontMatter(text);
  const values = frontMatter.kind === 'yaml' ? readValues(frontMatter.text, frontMatter.line) : undefined;
  const found = scanBody(scanBlocks(text, { offset: text.length - body.length, line: bodyLine }));
  const { headings, slugs } = headingSlugs(found.headings);
  const kind = pageKindOf(path);
  const title = values?.data.get('title');
  return {
    path,
    ...(kind === undefined ? {} : { kind }),
    title: typeof title === 'string' && title !== '' ? title : (headings.find(({ depth }) => depth === 1)?.text ?? pageName(path)),
    text,
    bodyLine,
    frontMatter: values?.data ?? new Map(),
    headings,
    anchors: new Set([...slugs, ...found.names]),
    links: [...(values === undefined ? [] : frontMatterLinks(values, { path, text })), ...resolveLinks(found.links, path)],
    code: found.code,
    blocks: found.blocks,
    entries: found.entries,
    paragraphs: found.paragraphs,
  };
}

/** Uses of a definition get its address; what leads out of the repository is left out. */
function resolveLinks(links: readonly RawLink[], from: string): DocumentLink[] {
  const definitions = new Map<string, RawLink>();
  for (const link of links) {
    if (link.how === 'definition' && link.label !== undefined && !definitions.has(link.label)) definitions.set(link.label, link);
  }
  return links.flatMap(({ label, ...link }): DocumentLink[] => {
    const definition = link.how === 'reference' ? definitions.get(label ?? '') : undefined;
    const { url, at } = definition ?? link;
    const target = link.how === 'wiki' ? wikiTarget(url, from) : resolveLink(url, from);
    return target === undefined ? [] : [{ ...link, url, at, ...target }];
  });
}

/** `[[name#heading]]` names a page wherever it lies: whoever knows all of them finds it. */
function wikiTarget(url: string, from: string): Pick<DocumentLink, 'target' | 'anchor'> {
  const [name = '', anchor] = url.split('#');
  return { target: name === '' ? from : name, ...(anchor === undefined || anchor === '' ? {} : { anchor }) };
}
