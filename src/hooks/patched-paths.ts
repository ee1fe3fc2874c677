/** Paths that a Codex patch adds, updates or moves to, as the patch gives them. */
export function patchedPaths(patch: string): string[] {
  const header = /^\*\*\* (?:Add File|Update File|Move to): (.+?)\r?$/gm;
  return [...new Set([...patch.matchAll(header)].flatMap((match) => match[1]?.trim() ?? []))];
}
