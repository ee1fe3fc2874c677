import path from 'node:path';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { removeFolder } from '#platform/files/write-files.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { writeState } from '#platform/state/state-file.ts';
import { readCliId, renderCliRules } from './cli-rules.ts';

/** What a file holds: the ids of rules that find something there, and whether it has syntax errors. */
export interface FilePairs {
  rules: Set<string>;
  lost: boolean;
}

/** Bytes of paths in one call, under what the system takes with the environment beside it. */
const maxBytes: Partial<Record<NodeJS.Platform, number>> = { win32: 20_000, darwin: 200_000 };
const maxArgumentBytes = maxBytes[process.platform] ?? 900_000;

/**
 * Asks the ast-grep command line, which reads and parses on all cores and walks each tree once for all rules, which rules
 * find something in which files. Undefined where it fails: then nothing it said is used.
 */
export async function findPairs(
  cli: string,
  about: { root: string; paths: readonly string[]; rules: readonly CompiledRule[] },
  signal?: AbortSignal,
): Promise<Map<string, FilePairs> | undefined> {
  // Away from the repository, whose own ast-grep configuration says which file is in which language.
  const folder = makeScratchFolder('tackroom-bulk');
  const found = new Map<string, FilePairs>(about.paths.map((file) => [file, { rules: new Set(), lost: false }]));
  try {
    const rulesFile = path.join(folder, 'rules.yml');
    writeState(rulesFile, renderCliRules(about.rules));
    for (const paths of inBatches(about.root, about.paths)) {
      const command = [cli, 'scan', '--rule', rulesFile, '--json=stream', '--no-ignore', 'hidden', ...paths];
      const onLine = (line: string) => addMatch(found, line, about);
      const ended = await runProcess(command, { cwd: folder, onLine, maxOutputBytes: 1000 }, signal);
      if (ended.kind !== 'exited' || ended.code !== 0) return undefined;
    }
    return found;
  } finally {
    removeFolder(folder);
  }
}

function addMatch(found: Map<string, FilePairs>, line: string, { root, rules }: { root: string; rules: readonly CompiledRule[] }): void {
  const match: { file: string; ruleId: string } = JSON.parse(line);
  const pairs = found.get(match.file.slice(root.length + 1).replaceAll(path.sep, '/'));
  const about = readCliId(match.ruleId);
  if (pairs === undefined || about === undefined) return;
  if (about === 'lost') pairs.lost = true;
  else pairs.rules.add(rules[about]?.id ?? '');
}

function* inBatches(root: string, paths: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const relative of paths) {
    const file = path.join(root, relative);
    const size = Buffer.byteLength(file) + 9; // its end, and the pointer to it
    if (bytes + size > maxArgumentBytes && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
