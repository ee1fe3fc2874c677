import type { Remembered } from '#guardrails/run-rules.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { KeptFile, PackedFiles } from './kept-file.ts';

/** The files in the order in which they were packed. What was found in one is made when somebody asks. */
export function unpackFiles(packed: PackedFiles, rules: readonly CompiledRule[]): Map<string, KeptFile> {
  const { counts, looked, stamps } = packed;
  const findingsOf = findingMaker(packed, rules);
  const hashes = packed.hashes.split(' ');
  const others = new Map(packed.others);
  const files = new Map<string, KeptFile>();
  let from = 0;
  for (const [index, path] of (packed.paths === '' ? [] : packed.paths.split('\0')).entries()) {
    const places = { path, from, to: from + (counts[index] ?? 0) };
    const other = others.get(index);
    const isLooked = looked[index] === '1';
    const found =
      places.from < places.to || other !== undefined
        ? once(() => {
            const { messages = [], ...rest } = other ?? {};
            return { ...nothing, ...rest, findings: withMessages(findingsOf(places), messages), looked: isLooked };
          })
        : () => (isLooked ? nothing : unlooked);
    files.set(path, { stamp: stampAt(stamps, index * 4), hash: hashes[index] ?? '', looked: isLooked, found });
    from = places.to;
  }
  return files;
}

const nothing: Remembered = { findings: [], suppressed: [], allows: [], notes: [], replacements: [], looked: true };
const unlooked: Remembered = { ...nothing, looked: false };

function once(make: () => Remembered): () => Remembered {
  let made: Remembered | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function stampAt(stamps: readonly number[], at: number): KeptFile['stamp'] {
  const size = stamps[at] ?? -1;
  return size === -1 ? undefined : { size, mtimeMs: stamps[at + 1] ?? 0, ctimeMs: stamps[at + 2] ?? 0, ino: stamps[at + 3] ?? 0 };
}

/** The keys come in the order in which a rule that has just been run gives them. */
function findingMaker(packed: PackedFiles, rules: readonly CompiledRule[]) {
  const { findings: numbers } = packed;
  const fingerprints = packed.fingerprints.split(' ');
  const words = rules.map(({ id, message, priority, remedy, runbook }) => ({
    guardrail: id,
    priority,
    message,
    ...(remedy === '' ? {} : { fix: remedy }),
    ...(runbook === undefined ? {} : { runbook }),
    source: 'check' as const,
    baseline: false,
  }));
  const number = (at: number, place: number) => numbers[at * 5 + place] ?? 0;
  return ({ path, from, to }: { path: string; from: number; to: number }): Finding[] => {
    const findings: Finding[] = [];
    for (let at = from; at < to; at++) {
      const said = words[number(at, 0)];
      const fingerprint = fingerprints[at] ?? '';
      const start = { line: number(at, 1), column: number(at, 2) };
      if (said === undefined) continue;
      const range = { start, end: { line: number(at, 3), column: number(at, 4) } };
      findings.push(start.line === 0 ? { path, ...said, fingerprint } : { path, range, ...said, fingerprint });
    }
    return findings;
  };
}

function withMessages(findings: Finding[], messages: readonly (readonly [place: number, message: string])[]): Finding[] {
  for (const [place, message] of messages) {
    const finding = findings[place];
    if (finding !== undefined) finding.message = message;
  }
  return findings;
}
