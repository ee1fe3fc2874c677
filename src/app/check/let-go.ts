import path from 'node:path';
import { writtenAt } from '#platform/files/list-folder.ts';
import type { Spool } from '#platform/state/spool.ts';

/** After a day whoever looks has seen it, or the code has moved on. */
const longestMs = 24 * 60 * 60 * 1000;

/** Lines for a person whose agent was let go with findings open, since it had been held as often as the settings allow. */
export function letGo(spool: Spool, { root, now }: { root: string; now: number }): string[] {
  const recent = spool.sessions().filter((session) => now - (writtenAt(path.join(spool.folder, `${session}.jsonl`)) ?? 0) < longestMs);
  return recent.flatMap((session) => {
    const records = spool.read(session);
    if (!records.some((record) => record.type === 'session' && record.worktree === root)) return [];
    const last = records.findLast(({ type }) => type === 'released' || type === 'stopped' || type === 'held');
    if (last?.type !== 'released' || last.reason !== 'limit') return [];
    const count = last.fingerprints.length;
    const open = count === 1 ? '1 finding' : `${count} findings`;
    return [
      `a session of ${last.agent} stopped here with ${open} open: it had been held as often as harness.yaml allows. Look at the files it changed.`,
    ];
  });
}
