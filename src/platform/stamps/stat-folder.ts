import fs from 'node:fs';

/** What changes when a file is written, replaced or renamed. */
export interface FileStat {
  name: string;
  bytes: number;
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
}

/**
 * Stats of the regular files directly in a folder whose names end in `suffix`, sorted by name, links followed;
 * none where the folder is missing. Part of the hook's hot path: one call to the system per file.
 */
export function statFolder(folder: string, suffix: string): FileStat[] {
  const stats: FileStat[] = [];
  for (const name of namesIn(folder).sort()) {
    if (!name.endsWith(suffix)) continue;
    const stat = statFile(`${folder}/${name}`);
    if (stat !== undefined) stats.push({ name, bytes: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, ino: stat.ino });
  }
  return stats;
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

const quietly = { throwIfNoEntry: false } as const;

/** A link that leads nowhere or round in a circle is no regular file. */
function statFile(file: string): fs.Stats | undefined {
  try {
    const stat = fs.statSync(file, quietly);
    return stat?.isFile() ? stat : undefined;
  } catch {
    return undefined;
  }
}
