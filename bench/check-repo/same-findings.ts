import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

interface Place {
  line: number;
  column: number;
}

/** Fails unless our report and the lines of ast-grep's `--json=stream` name the same rules in the same places, start and end. Returns how many. */
export function assertSameFindings(repository: string, ours: string, theirs: string): number {
  const [mine, other] = [ourFindings(ours), theirFindings(repository, theirs)];
  const [mineAll, otherAll] = [new Set(mine), new Set(other)];
  const only = [...mine.filter((one) => !otherAll.has(one)).map((one) => `ours alone: ${one}`)];
  only.push(...other.filter((one) => !mineAll.has(one)).map((one) => `ast-grep alone: ${one}`));
  assert.deepEqual(only.slice(0, 20), [], `${only.length} findings differ`);
  assert.equal(mine.length, other.length, 'each is found once');
  return mine.length;
}

/** A line each: file, rule, start, end. Lines and columns start at 1; columns count UTF-16 code units. */
function ourFindings(stdout: string): string[] {
  const report: { findings: { path: string; guardrail: string; range: { start: Place; end: Place } }[] } = JSON.parse(stdout);
  return report.findings.map(({ guardrail, path: file, range }) => line(file, guardrail, range));
}

function theirFindings(repository: string, stdout: string): string[] {
  const texts = new Map<string, Buffer>();
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((one) => {
      const { file, range, ruleId }: { file: string; ruleId: string; range: { byteOffset: { start: number; end: number } } } =
        JSON.parse(one);
      const bytes = texts.get(file) ?? fs.readFileSync(path.join(repository, file));
      texts.set(file, bytes);
      const { start, end } = range.byteOffset; // its columns count characters: the same but for those of two UTF-16 code units
      return line(file, ruleId.replace(/-\w+$/, ''), { start: placeAt(bytes, start), end: placeAt(bytes, end) });
    });
}

function placeAt(bytes: Buffer, offset: number): Place {
  let begin = offset;
  while (begin > 0 && bytes[begin - 1] !== 10) begin--;
  return { line: countLines(bytes, begin) + 1, column: bytes.toString('utf8', begin, offset).length + 1 };
}

function countLines(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

function line(file: string, rule: string, { start, end }: { start: Place; end: Place }): string {
  return `${file} ${rule} ${start.line}:${start.column}-${end.line}:${end.column}`;
}
