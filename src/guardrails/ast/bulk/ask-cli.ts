import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { groupBy } from '#kernel/group-by.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { removeFolder } from '#platform/files/write-files.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { writeState } from '#platform/state/state-file.ts';
import type { Excerpt } from '../../excerpts/excerpt.ts';
import { astLanguageOf } from '../ast-language.ts';
import { type Joined, joinExcerpts } from './anchors/join-excerpts.ts';
import { CliAnswer } from './cli-answer.ts';
import { bulkLanguages, cliConfig, renderCliRules } from './cli-rules.ts';

/** Bytes of paths in one call, under what the system takes with the environment beside it. */
const maxBytes: Partial<Record<NodeJS.Platform, number>> = { win32: 20_000, darwin: 200_000 };
const maxArgumentBytes = maxBytes[process.platform] ?? 900_000;

/**
 * Asks the ast-grep command line, which reads and parses on all cores and walks each tree once for all rules, what the
 * rules find in files, or in what is to be parsed of them. Undefined where it fails: then nothing it said is used.
 */
export async function askCli(
  cli: string,
  { files, root, rules }: { root: string; files: ReadonlyMap<string, Excerpt | undefined>; rules: readonly CompiledRule[] },
  signal?: AbortSignal,
): Promise<CliAnswer | undefined> {
  const mark = `<${randomBytes(9).toString('hex')}>`;
  // Away from the repository, whose own ast-grep configuration says which file is in which language.
  const folder = makeScratchFolder('tackroom-bulk');
  try {
    const asked = new Map<string, string | Joined>([...joinedIn(folder, files), ...wholeIn(root, files)]);
    const answer = new CliAnswer({ asked, rules, mark });
    const present = new Set([...files.keys()].map(astLanguageOf));
    const languages = bulkLanguages.filter((language) => present.has(language)); // to read rules takes it as long as many a file
    for (const [file, text] of renderCliRules(rules, mark, languages)) writeState(path.join(folder, file), text);
    for (const batch of inBatches([...asked.keys()])) {
      const command = [
        cli,
        'scan',
        '--config',
        path.join(folder, cliConfig),
        '--report-style=short',
        '--color=never',
        '--no-ignore',
        'hidden',
        ...batch,
      ];
      const ended = await runProcess(command, { cwd: folder, onText: (text) => answer.take(text), maxOutputBytes: 1000 }, signal);
      if (ended.kind !== 'exited' || ended.code !== 0) return undefined;
    }
    answer.end();
    return answer;
  } finally {
    removeFolder(folder);
  }
}

/** By the absolute path of a file that is written, excerpts of many. */
function* joinedIn(folder: string, files: ReadonlyMap<string, Excerpt | undefined>): Generator<[string, Joined]> {
  const all = [...files].flatMap(([file, excerpt]): [string, Excerpt][] => (excerpt === undefined ? [] : [[file, excerpt]]));
  for (const [language, excerpts] of groupBy(all, ([file]) => astLanguageOf(file))) {
    const extension = path.extname(excerpts[0]?.[0] ?? '');
    let count = 0;
    for (const joined of joinExcerpts(excerpts)) {
      const place = path.join(folder, `${language}-${++count}${extension}`);
      writeState(place, joined.text);
      yield [place, joined];
    }
  }
}

function* wholeIn(root: string, files: ReadonlyMap<string, Excerpt | undefined>): Generator<[string, string]> {
  for (const [file, excerpt] of files) if (excerpt === undefined) yield [path.join(root, file), file];
}

function* inBatches(files: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const file of files) {
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
