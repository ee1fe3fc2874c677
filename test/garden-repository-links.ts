import fs from 'node:fs';
import path from 'node:path';
import type { PageLink } from '#kernel/records/page.ts';
import { findHeadings } from '#pages/body/find-headings.ts';
import { findLinks } from '#pages/body/find-links.ts';
import { parseBody } from '#pages/body/parse-body.ts';

/** Links of these documents to no file, folder or heading, as `from target`: a plain reading, to be sure of the clean garden. */
export function deadLinks(root: string, files: readonly string[]): string[] {
  const documents = new Map(files.map((file) => [file, readDocument(root, file)]));
  return [...documents].flatMap(([from, { links }]) =>
    links.filter((link) => !leads(root, documents, link)).map(({ target }) => `${from} ${target}`),
  );
}

interface Document {
  links: PageLink[];
  anchors: Set<string>;
}

function readDocument(root: string, file: string): Document {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const tree = parseBody(text);
  const seen = new Map<string, number>();
  const slugs = findHeadings(tree).map(({ text: heading }) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  const byHand = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  return { links: findLinks(tree, file), anchors: new Set([...slugs, ...byHand]) };
}

function leads(root: string, documents: ReadonlyMap<string, Document>, { target, anchor }: PageLink): boolean {
  if (!fs.existsSync(path.join(root, target)) || target.startsWith('..')) return false;
  return anchor === undefined || /^L\d+/.test(anchor) || documents.get(target)?.anchors.has(anchor) === true;
}
