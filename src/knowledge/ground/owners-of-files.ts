import { codeOwnersPaths, readCodeOwners } from '../owners/code-owners.ts';

/** Whom CODEOWNERS names for some files, those of the most files first. */
export function ownersOfFiles(files: readonly string[], read: (path: string) => string | undefined): string[] {
  const text = codeOwnersPaths.map(read).find((one) => one !== undefined);
  if (text === undefined) return [];
  const { ownersOf } = readCodeOwners(text);
  const counts = new Map<string, number>();
  for (const owner of files.flatMap((file) => ownersOf(file))) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([owner]) => owner);
}
