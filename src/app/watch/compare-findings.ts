import { findingKey } from '#kernel/finding-key.ts';
import type { Finding } from '#kernel/records/finding.ts';

/** What came and what went between two checks, in their order. A finding that only moved did neither. */
export function compareFindings(before: readonly Finding[], now: readonly Finding[]): { appeared: Finding[]; gone: Finding[] } {
  const [was, is] = [new Set(before), new Set(now)]; // most are the very same objects, which costs less to tell than their keys
  const fresh = now.filter((finding) => !was.has(finding));
  const lost = before.filter((finding) => !is.has(finding));
  return { appeared: without(fresh, lost), gone: without(lost, fresh) };
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(findingKey(other), (left.get(findingKey(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(findingKey(finding)) ?? 0;
    if (count > 0) left.set(findingKey(finding), count - 1);
    return count === 0;
  });
}
