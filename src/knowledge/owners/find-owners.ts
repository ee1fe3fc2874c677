import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { textsOf } from '../edges/texts-of.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { codeOwnersPaths, readCodeOwners } from './code-owners.ts';

/** Who answers for what: the front matter of a page comes before CODEOWNERS. */
export function findOwners(
  documents: ReadonlyMap<string, KnowledgeDocument>,
  read: (path: string) => string | undefined,
): Pick<KnowledgeGraph, 'ownersOf' | 'hasOwners'> {
  const text = codeOwnersPaths.map(read).find((one) => one !== undefined);
  const codeOwners = text === undefined ? undefined : readCodeOwners(text);
  const own = new Map<string, readonly string[]>();
  for (const { path, frontMatter } of documents.values()) {
    const owners = textsOf(frontMatter.get('owner') ?? frontMatter.get('owners'));
    if (owners.length > 0) own.set(path, owners);
  }
  return { ownersOf: (path) => own.get(path) ?? codeOwners?.ownersOf(path) ?? [], hasOwners: own.size > 0 || codeOwners !== undefined };
}
