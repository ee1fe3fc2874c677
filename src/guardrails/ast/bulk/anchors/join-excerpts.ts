import { type Excerpt, lineOfFile } from '../../../excerpts/excerpt.ts';

/** Excerpts of many files one behind the other, since each file costs the system something. All in one language. */
export interface Joined {
  text: string;
  files: readonly { path: string; excerpt: Excerpt; firstLine: number }[];
}

/** Of what one program may be about as long as a large file. */
const longest = 60_000;

/**
 * Behind each excerpt. Where it is found as a statement of its own, the parser has come to the end of everything before it: whatever it
 * did not understand there has spoiled nothing behind it.
 */
const separator = ';\ntackroom:;\n';
const separatorLines = 2;

/** The rule that finds it; other statements too. */
export const separatorRule = { kind: 'labeled_statement', inside: { kind: 'program' } };

export function* joinExcerpts(excerpts: Iterable<readonly [path: string, excerpt: Excerpt]>): Generator<Joined> {
  let files: Joined['files'][number][] = [];
  let pieces: string[] = [];
  let [length, nextLine] = [0, 1];
  for (const [path, excerpt] of excerpts) {
    files.push({ path, excerpt, firstLine: nextLine });
    pieces.push(excerpt.text, separator);
    length += excerpt.text.length;
    nextLine += excerpt.lineCount + separatorLines;
    if (length < longest) continue;
    yield { text: pieces.join(''), files };
    [files, pieces, length, nextLine] = [[], [], 0, 1];
  }
  if (files.length > 0) yield { text: pieces.join(''), files };
}

/** Which line of which file it is; undefined for those of separators. */
export function locate({ files }: Joined, line: number): { path: string; line: number } | undefined {
  const file = files.findLast(({ firstLine }) => firstLine <= line);
  if (file === undefined || line >= file.firstLine + file.excerpt.lineCount) return undefined;
  return { path: file.path, line: lineOfFile(file.excerpt, line - file.firstLine + 1) };
}

/** The files that were parsed as if each stood alone. `lines`: where separators were found. */
export function* parsedAlone({ files }: Joined, lines: ReadonlySet<number>): Generator<string> {
  let isBegun = true;
  for (const { excerpt, firstLine, path } of files) {
    const isEnded = lines.has(firstLine + excerpt.lineCount + separatorLines - 1);
    if (isBegun && isEnded) yield path;
    isBegun = isEnded;
  }
}
