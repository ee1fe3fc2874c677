import type { Remembered } from '#guardrails/run-rules.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import type { KeptFile, OtherFacts, PackedFiles } from './kept-file.ts';
import { unpackDoubles, unpackIntegers } from './pack-numbers.ts';

/** The files in the order in which they were packed. What there is to say of one is made when somebody asks. */
export function unpackFiles(packed: PackedFiles, rules: readonly CompiledRule[]): Map<string, KeptFile> {
  const counts = unpackIntegers(packed.counts);
  const source: Source = {
    stamps: unpackDoubles(packed.stamps),
    hashes: packed.hashes.split(' '),
    others: new Map(packed.others),
    findingsOf: findingMaker(packed, rules),
  };
  const files = new Map<string, KeptFile>();
  let from = 0;
  for (const [index, path] of (packed.paths === '' ? [] : packed.paths.split('\0')).entries()) {
    const to = from + (counts[index] ?? 0);
    files.set(path, new UnpackedFile(source, { index, path, from, to, looked: packed.looked[index] === '1' }));
    from = to;
  }
  return files;
}

interface Source {
  /** Four numbers a file. */
  stamps: Float64Array;
  hashes: readonly string[];
  others: ReadonlyMap<number, OtherFacts>;
  findingsOf(places: Places): Finding[];
}

/** Where a file stands among the packed ones, and its findings. */
interface Places {
  path: string;
  from: number;
  to: number;
}

class UnpackedFile implements KeptFile {
  readonly looked: boolean;
  readonly #source: Source;
  readonly #places: Places & { index: number };
  #stamp: FileStamp | undefined;
  #isStamped = false;
  #found: Remembered | undefined;

  constructor(source: Source, { looked, ...places }: Places & { index: number; looked: boolean }) {
    this.looked = looked;
    this.#source = source;
    this.#places = places;
  }

  get stamp(): FileStamp | undefined {
    return this.#isStamped ? this.#stamp : stampAt(this.#source.stamps, this.#places.index * 4);
  }

  set stamp(stamp: FileStamp | undefined) {
    this.#isStamped = true;
    this.#stamp = stamp;
  }

  get hash(): string {
    return this.#source.hashes[this.#places.index] ?? '';
  }

  found(): Remembered {
    const { from, index, to } = this.#places;
    const other = this.#source.others.get(index);
    if (from === to && other === undefined) return this.looked ? nothing : unlooked;
    if (this.#found === undefined) {
      const { messages = [], ...rest } = other ?? {};
      const findings = withMessages(this.#source.findingsOf(this.#places), messages);
      this.#found = { ...nothing, ...rest, findings, looked: this.looked };
    }
    return this.#found;
  }
}

const nothing: Remembered = { findings: [], suppressed: [], allows: [], notes: [], replacements: [], looked: true };
const unlooked: Remembered = { ...nothing, looked: false };

function stampAt(stamps: Float64Array, at: number): FileStamp | undefined {
  const size = stamps[at] ?? -1;
  return size === -1 ? undefined : { size, mtimeMs: stamps[at + 1] ?? 0, ctimeMs: stamps[at + 2] ?? 0, ino: stamps[at + 3] ?? 0 };
}

/** The keys come in the order in which a rule that has just been run gives them. */
function findingMaker(packed: PackedFiles, rules: readonly CompiledRule[]) {
  const numbers = unpackIntegers(packed.findings);
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
  return ({ path, from, to }: Places): Finding[] => {
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
