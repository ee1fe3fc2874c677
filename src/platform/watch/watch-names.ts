import fs from 'node:fs';

/** Calls back when one of these names in a folder comes, goes or is written. Where the folder is missing, nothing does. */
export function watchNames(folder: string, names: ReadonlySet<string>, onChange: () => void): () => void {
  if (!fs.existsSync(folder)) return () => {};
  const watcher = fs.watch(folder, (_event, name) => {
    if (name === null || names.has(name)) onChange();
  });
  watcher.on('error', onChange);
  return () => watcher.close();
}
