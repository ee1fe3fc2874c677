import { compareText } from '#kernel/compare-text.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Range } from '#kernel/records/finding.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import { withHead } from './headed-bytes.ts';
import type { KeptFile, OtherFacts, PackHead } from './kept-file.ts';

const unsettled: FileStamp = { size: -1, mtimeMs: -1, ctimeMs: -1, ino: -1 };

/**
 * Files as bytes, for `FilePack` on this machine, by the order of their paths: the head, paths, hashes, a byte a file for whether a rule
 * was for it, four doubles a file for its stamp (-1 where it cannot be relied on), how many findings each has; five whole numbers
 * a finding (the index of its rule, then its range, or zeros where it has none), and fingerprints. What the rules say is not in
 * it: they are part of the key that it is kept under.
 */
export function packFiles(unsorted: readonly (readonly [path: string, file: KeptFile])[], rules: readonly CompiledRule[]): Buffer {
  const files = [...unsorted].sort(([a], [b]) => compareText(a, b));
  const stamps: number[] = [];
  const counts: number[] = [];
  const findings: number[] = [];
  const others: PackHead['others'] = [];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints: string[] = [];
  for (const [index, [, file]] of files.entries()) {
    const { size, mtimeMs, ctimeMs, ino } = file.stamp ?? unsettled;
    const found = file.found();
    stamps.push(size, mtimeMs, ctimeMs, ino);
    counts.push(found.findings.length);
    const other: OtherFacts = {
      allows: found.allows,
      notes: found.notes,
      replacements: found.replacements,
      suppressed: found.suppressed,
      messages: [],
    };
    for (const [place, { fingerprint, guardrail = '', message, range }] of found.findings.entries()) {
      const rule = indexOf.get(guardrail) ?? -1;
      findings.push(rule, ...numbersOf(range));
      fingerprints.push(fingerprint);
      if (message !== rules[rule]?.message) other.messages.push([place, message]);
    }
    if (Object.values(other).some((list) => list.length > 0)) others.push([index, other]);
  }
  const paths = Buffer.from(files.map(([path]) => path).join('\0'));
  const marks = Buffer.from(fingerprints.join(' '));
  const hash = files.reduce((width, [, file]) => Math.max(width, file.hash.length), 0);
  const sizes = { paths: paths.length, hash, files: files.length, findings: fingerprints.length, fingerprints: marks.length };
  const head: PackHead = { sizes, others };
  return withHead(
    head,
    paths,
    Buffer.from(files.map(([, file]) => file.hash.padEnd(hash)).join('')),
    Buffer.from(files.map(([, { looked }]) => (looked ? 1 : 0))),
    bytesOf(new Float64Array(stamps)),
    bytesOf(new Int32Array(counts)),
    bytesOf(new Int32Array(findings)),
    marks,
  );
}

function numbersOf(range: Range | undefined): number[] {
  return range === undefined ? [0, 0, 0, 0] : [range.start.line, range.start.column, range.end.line, range.end.column];
}

function bytesOf({ buffer }: Float64Array | Int32Array): Buffer {
  return Buffer.from(buffer);
}
