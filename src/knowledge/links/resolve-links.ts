import path from 'node:path';
import type { DocumentLink, KnowledgeDocument } from '#kernel/records/document.ts';
import type { FileIndex } from '../files/file-index.ts';
import type { ResolvedLink } from '../graph.ts';

type Documents = ReadonlyMap<string, KnowledgeDocument>;

/** Where the links of all documents lead. */
export function resolveLinks(documents: Documents, files: FileIndex): ResolvedLink[] {
  return [...documents.values()].flatMap(({ path: from, links }) => links.map((link) => resolveLink(from, link, { documents, files })));
}

function resolveLink(from: string, link: DocumentLink, known: { documents: Documents; files: FileIndex }): ResolvedLink {
  const { documents, files } = known;
  const to = link.how === 'wiki' ? wikiPage(link.target, from, known) : fileAt(link.target, files);
  if (to === undefined) return { from, link };
  const document = documents.get(to);
  const isThere = link.anchor === undefined || document === undefined || hasAnchor(document, link.anchor);
  return isThere ? { from, link, to } : { from, link, to, lacksAnchor: true };
}

function fileAt(target: string, files: FileIndex): string | undefined {
  const wanted = target === '.' || target === './' ? '' : target.replace(/\/+$/, '');
  if (wanted.startsWith('..')) return undefined;
  if (files.isFile(wanted) || files.isFolder(wanted)) return wanted;
  return undefined;
}

/** A wiki link names a page by its path, by its file's name, or by its title. */
function wikiPage(name: string, from: string, { documents, files }: { documents: Documents; files: FileIndex }): string | undefined {
  if (documents.has(name)) return name;
  const beside = path.posix.join(path.posix.dirname(from), name);
  for (const wanted of [name, `${name}.md`, beside, `${beside}.md`]) if (files.isFile(wanted)) return wanted;
  const base = path.posix.basename(name);
  const named = [...files.byName(base), ...files.byName(`${base}.md`)].filter((file) => `/${file}`.includes(`/${name}`));
  if (named[0] !== undefined) return named[0];
  const wanted = name.toLowerCase().replace(/[\s_]+/g, '-');
  for (const { path: file, title } of documents.values()) {
    if (title.toLowerCase().replace(/[\s_]+/g, '-') === wanted || slugOf(file) === wanted) return file;
  }
  return undefined;
}

function slugOf(file: string): string {
  return path.posix.basename(file, '.md').toLowerCase();
}

/** Code hosts take any case; `L10-L20` is a place in the text, `:~:` one that the browser finds; `top` is always there. */
function hasAnchor({ anchors }: KnowledgeDocument, anchor: string): boolean {
  const wanted = anchor.replace(/:~:.*$/, '');
  if (wanted === '' || wanted === 'top' || /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/i.test(wanted)) return true;
  return anchors.has(wanted) || anchors.has(wanted.toLowerCase()) || anchors.has(wanted.replace(/^user-content-/, ''));
}
