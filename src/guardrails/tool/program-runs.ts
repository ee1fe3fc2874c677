import { filesPlaceholder } from './files-placeholder.ts';

/** Room for files on one command line: a system gives 128 KiB to 2 MiB to arguments and environment together, Windows 32 KiB. */
const longestFiles = { win32: 20_000, other: 100_000 };

/** The command lines that run a program on files: one, or several where they would be too long. Without {files} it looks for itself. */
export function programRuns(run: readonly string[], files: readonly string[], platform: string): string[][] {
  if (!run.includes(filesPlaceholder)) return [[...run]];
  const limit = platform === 'win32' ? longestFiles.win32 : longestFiles.other;
  return batches(files.map(asArgument), limit).map((batch) =>
    run.flatMap((argument) => (argument === filesPlaceholder ? batch : [argument])),
  );
}

/** A file called `--fix` must not be read as an option. */
function asArgument(path: string): string {
  return path.startsWith('-') || path.startsWith('@') ? `./${path}` : path;
}

function batches(files: readonly string[], limit: number): string[][] {
  const all: string[][] = [];
  let size = limit;
  for (const file of files) {
    const bytes = Buffer.byteLength(file) + 9; // the ending zero, and the pointer to it
    if (size + bytes > limit) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(file);
    size += bytes;
  }
  return all;
}
