import type { CommitRecord } from '#knowledge/ground-index.ts';

/** Messages tell of logs and lists; what a change is about stands at their beginning. */
const mostMessageChars = 500;

/** Between the parts of a record: characters that messages do not have. */
export const partEnd = { record: '\u0001', head: '\u0002', message: '\u0003' } as const;

/** Reads what `read-commits.ts` asks git for; nothing where it is no commit. */
export function parseCommit(record: string): CommitRecord[] {
  const [head, afterHead] = cutAt(record, partEnd.head);
  const [message, raw] = cutAt(afterHead, partEnd.message);
  const [, mark, id = '', time, parents = ''] = /^([<>-])([0-9a-f]{40,64}) (\d+) ([0-9a-f ]*)$/.exec(head) ?? [];
  if (mark === undefined) return [];
  const changes = changesOf(raw);
  return [
    {
      id,
      isOurs: mark !== '<',
      time: Number(time),
      message: message.slice(0, mostMessageChars),
      // a first commit brings files that have nothing in common
      files: parents === '' ? [] : changes.map(({ path }) => path),
      renames: renamesIn(changes),
    },
  ];
}

function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

interface Change {
  before: string;
  after: string;
  status: string;
  path: string;
}

/** `:100644 100644 <object> <object> M`, then the path, each ended by a zero byte. */
function changesOf(raw: string): Change[] {
  const parts = raw.split('\0').map((part) => part.replace(/^\n+(?=:)/, ''));
  return parts.flatMap((part, index) => {
    const [, before = '', after = '', status = ''] = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) (\w)/.exec(part) ?? [];
    const path = parts[index + 1];
    return status === '' || path === undefined || path === '' ? [] : [{ before, after, status, path }];
  });
}

/** A file that went and one that came with the very same content. Git would find more by comparing texts, which takes minutes. */
function renamesIn(changes: readonly Change[]): [string, string][] {
  const gone = new Map(changes.flatMap(({ status, before, path }) => (status === 'D' ? [[before, path] as const] : [])));
  return changes.flatMap(({ status, after, path }): [string, string][] => {
    const from = status === 'A' ? gone.get(after) : undefined;
    return from === undefined ? [] : [[from, path]];
  });
}
