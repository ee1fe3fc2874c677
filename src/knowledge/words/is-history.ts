/** Documents that tell what was: changelogs, release notes, archives. They name what has gone since, and are right. */
export function isHistory(path: string): boolean {
  return /(?:^|\/)(?:change-?log|changes|history|releases?|release-notes|news|migrations?|upgrading|post-?mortems?)\b[^/]*$|(?:^|\/)(?:archived?|changelogs?|post-?mortems?|incidents|\.changeset)\//i.test(
    path,
  );
}
