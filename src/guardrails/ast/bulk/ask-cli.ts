import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { removeFolder } from '#platform/files/write-files.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { writeState } from '#platform/state/state-file.ts';
import { astLanguageOf } from '../ast-language.ts';
import { CliAnswer } from './cli-answer.ts';
import { bulkLanguages, cliConfig, renderCliRules } from './cli-rules.ts';

/** Bytes of paths in one call, under what the system takes with the environment beside it. */
const maxBytes: Partial<Record<NodeJS.Platform, number>> = { win32: 20_000, darwin: 200_000 };
const maxArgumentBytes = maxBytes[process.platform] ?? 900_000;

/**
 * Asks the ast-grep command line, which reads and parses on all cores and walks each tree once for all rules, what the
 * rules find in files. Undefined where it fails: then nothing it said is used.
 */
export async function askCli(
  cli: string,
  about: { root: string; paths: readonly string[]; rules: readonly CompiledRule[] },
  signal?: AbortSignal,
): Promise<CliAnswer | undefined> {
  const mark = `<${randomBytes(9).toString('hex')}>`;
  const answer = new CliAnswer({ ...about, mark });
  // Away from the repository, whose own ast-grep configuration says which file is in which language.
  const folder = makeScratchFolder('tackroom-bulk');
  try {
    const present = new Set(about.paths.map(astLanguageOf));
    const languages = bulkLanguages.filter((language) => present.has(language)); // to read rules takes it as long as many a file
    for (const [file, text] of renderCliRules(about.rules, mark, languages)) writeState(path.join(folder, file), text);
    for (const paths of inBatches(about.root, about.paths)) {
      const command = [
        cli,
        'scan',
        '--config',
        path.join(folder, cliConfig),
        '--report-style=short',
        '--color=never',
        '--no-ignore',
        'hidden',
        ...paths,
      ];
      const ended = await runProcess(command, { cwd: folder, onText: (text) => answer.take(text), maxOutputBytes: 1000 }, signal);
      if (ended.kind !== 'exited' || ended.code !== 0) return undefined;
    }
    return answer;
  } finally {
    removeFolder(folder);
  }
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
