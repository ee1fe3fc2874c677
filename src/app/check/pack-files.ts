import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Range } from '#kernel/records/finding.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import type { KeptFile, OtherFacts, PackedFiles } from './kept-file.ts';
import { packNumbers } from './pack-numbers.ts';

const unsettled: FileStamp = { size: -1, mtimeMs: -1, ctimeMs: -1, ino: -1 };

/** What the rules say is not in it: they are part of the key that it is kept under. */
export function packFiles(files: readonly (readonly [path: string, file: KeptFile])[], rules: readonly CompiledRule[]): PackedFiles {
  const stamps: number[] = [];
  const counts: number[] = [];
  const findings: number[] = [];
  const others: PackedFiles['others'] = [];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints: string[] = [];
  let looked = '';
  for (const [index, [, file]] of files.entries()) {
    const { size, mtimeMs, ctimeMs, ino } = file.stamp ?? unsettled;
    const found = file.found();
    stamps.push(size, mtimeMs, ctimeMs, ino);
    counts.push(found.findings.length);
    looked += file.looked ? '1' : '0';
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
  return {
    paths: files.map(([path]) => path).join('\0'),
    hashes: files.map(([, { hash }]) => hash).join(' '),
    looked,
    fingerprints: fingerprints.join(' '),
    stamps: packNumbers(new Float64Array(stamps)),
    counts: packNumbers(new Int32Array(counts)),
    findings: packNumbers(new Int32Array(findings)),
    others,
  };
}

function numbersOf(range: Range | undefined): number[] {
  return range === undefined ? [0, 0, 0, 0] : [range.start.line, range.start.column, range.end.line, range.end.column];
}
