import { runProcess } from '../process/run-process.ts';

/** Their texts together stay far below what a process may print. */
const mostAtOnce = 500;

/** Parts the texts: no file has this line followed by the name of an object. */
const mark = '@@tackroom-object';

/** What git says of objects that it does not have stands behind the text before. */
const missing = /(?:\n[0-9a-f]{40,64} missing)*\n$/;

/** Texts of blobs by their object names, read by few processes. One that git does not have, as in a partial clone, is left out. */
export async function readObjects(root: string, objects: Iterable<string>, signal?: AbortSignal): Promise<Map<string, string>> {
  const wanted = [...new Set(objects)].filter((object) => !/^0*$/.test(object));
  const texts = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += mostAtOnce) {
    signal?.throwIfAborted();
    const input = `${wanted.slice(at, at + mostAtOnce).join('\n')}\n`;
    const command = ['git', 'cat-file', '--buffer', `--batch=${mark} %(objectname) %(objecttype)`];
    const { stdout } = await runProcess(command, { cwd: root, input, timeoutMs: 60_000 }, signal);
    const parts = `\n${stdout}`.split(new RegExp(`\\n${mark} ([0-9a-f]+) blob\\n`));
    for (let part = 1; part + 1 < parts.length; part += 2) texts.set(parts[part] ?? '', (parts[part + 1] ?? '').replace(missing, ''));
  }
  return texts;
}
