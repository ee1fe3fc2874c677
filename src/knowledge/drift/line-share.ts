/** Where texts come from, as they are and as they were. */
export interface TextDeps {
  read(path: string): string | undefined;
  /** Text of an object of git; undefined where git does not have it. */
  textOf(object: string): string | undefined;
}

/** Lines that a file has now, and those of them that it did not have before. */
export interface LineShare {
  lines: number;
  fresh: number;
}

/** Compares files with what they were, each pair once. Where a line stands does not matter, nor how far it is indented. */
export function lineShare({ textOf, read }: TextDeps): (file: string, before: string | undefined) => LineShare {
  const known = new Map<string, LineShare>();
  const now = new Map<string, readonly string[]>();
  return (file, before) => {
    const key = `${before}\0${file}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const lines = now.get(file) ?? linesOf(read(file) ?? '');
    now.set(file, lines);
    const share = { lines: lines.length, fresh: before === undefined ? 0 : countFresh(lines, linesOf(textOf(before) ?? '')) };
    known.set(key, share);
    return share;
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

function countFresh(now: readonly string[], before: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let fresh = 0;
  for (const line of now) {
    const count = left.get(line) ?? 0;
    if (count === 0) fresh++;
    else left.set(line, count - 1);
  }
  return fresh;
}
