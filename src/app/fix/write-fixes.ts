import { openTarget, stageWrite } from '#platform/files/write-files.ts';

/** A file and what its fixes make of it. */
export interface FixedFile {
  path: string;
  before: string;
  after: string;
}

/** Puts each file in its place in one step. One that changed since it was checked, or cannot be written, is left and said. */
export function writeFixes(root: string, files: readonly FixedFile[], signal?: AbortSignal): { files: FixedFile[]; lines: string[] } {
  const written: FixedFile[] = [];
  const lines: string[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const fault = writeFile(root, file);
    if (fault === undefined) written.push(file);
    else lines.push(`${file.path} was left as it is: ${fault}`);
  }
  return { files: written, lines };
}

function writeFile(root: string, { path, before, after }: FixedFile): string | undefined {
  try {
    const target = openTarget(root, path);
    if (target.text !== before) return 'it has changed meanwhile. Run the command again.';
    stageWrite(target, after).commit();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
