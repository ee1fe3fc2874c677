import type { Remembered } from '#guardrails/run-rules.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding, Range } from '#kernel/records/finding.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import { aligned, splitHead } from './headed-bytes.ts';
import type { KeptFile, OtherFacts, PackHead } from './kept-file.ts';

/** The files that `packFiles` packed, by the order of their paths. What there is to say of one is made when somebody asks. */
export class FilePack {
  readonly paths: readonly string[];
  readonly #about: Sections & { others: ReadonlyMap<number, OtherFacts>; hash: number };
  /** Where the findings of each file begin, and at last where they end. */
  readonly #begins: Int32Array;
  readonly #findingsOf: (places: Places) => Finding[];
  readonly #made = new Map<number, KeptFile>();
  #last = -1;

  constructor(packed: Buffer, rules: readonly CompiledRule[]) {
    const { head, body } = splitHead<PackHead>(packed);
    const { others, sizes } = head;
    const sections = sectionsOf(body, sizes);
    this.paths = sizes.files === 0 ? [] : sections.paths.toString('utf8').split('\0');
    this.#about = { ...sections, others: new Map(others), hash: sizes.hash };
    this.#begins = new Int32Array(sizes.files + 1);
    for (const [index, count] of sections.counts.entries()) this.#begins[index + 1] = (this.#begins[index] ?? 0) + count;
    this.#findingsOf = findingMaker(sections, rules);
  }

  /** -1 where it holds no such file. Whoever asks in the order of paths is answered at once. */
  indexOf(path: string): number {
    const { paths } = this;
    if (paths[this.#last + 1] === path) this.#last += 1;
    else if (paths[this.#last] !== path) {
      const index = search(paths, path);
      if (index === -1) return -1;
      this.#last = index;
    }
    return this.#last;
  }

  /** Whether there is nothing to say of a file, besides whether a rule was for it. */
  isQuiet(index: number): boolean {
    return this.#begins[index] === this.#begins[index + 1] && !this.#about.others.has(index);
  }

  looked(index: number): boolean {
    return this.#about.looked[index] === 1;
  }

  hasStamp(index: number): boolean {
    return this.#about.stamps[index * 4] !== -1;
  }

  /** The same object each time. */
  at(index: number): KeptFile {
    let file = this.#made.get(index);
    if (file === undefined) {
      file = this.#make(index);
      this.#made.set(index, file);
    }
    return file;
  }

  #make(index: number): KeptFile {
    const { hash, hashes, stamps } = this.#about;
    const looked = this.looked(index);
    let found: Remembered | undefined;
    const find = () => this.foundAt(index);
    return {
      stamp: stampAt(stamps, index * 4),
      get hash() {
        return hashes.toString('latin1', index * hash, (index + 1) * hash).trimEnd();
      },
      looked,
      found: () => {
        found ??= find();
        return found;
      },
    };
  }

  /** Made anew each time. */
  foundAt(index: number): Remembered {
    const looked = this.looked(index);
    if (this.isQuiet(index)) return looked ? nothing : unlooked;
    const { messages = [], ...rest } = this.#about.others.get(index) ?? {};
    const places = { path: this.paths[index] ?? '', from: this.#begins[index] ?? 0, to: this.#begins[index + 1] ?? 0 };
    return { ...nothing, ...rest, findings: withMessages(this.#findingsOf(places), messages), looked };
  }
}

const nothing: Remembered = { findings: [], suppressed: [], allows: [], notes: [], replacements: [], looked: true };
const unlooked: Remembered = { ...nothing, looked: false };

interface Sections {
  paths: Buffer;
  hashes: Buffer;
  looked: Uint8Array;
  stamps: Float64Array;
  counts: Int32Array;
  findings: Int32Array;
  fingerprints: Buffer;
}

function sectionsOf(body: Buffer, { files, findings, fingerprints, hash, paths }: PackHead['sizes']): Sections {
  let at = 0;
  const next = (bytes: number) => {
    at += bytes;
    return body.subarray(at - bytes, at);
  };
  return {
    paths: next(paths),
    hashes: next(files * hash),
    looked: next(files),
    stamps: new Float64Array(aligned(next(files * 32))),
    counts: new Int32Array(aligned(next(files * 4))),
    findings: new Int32Array(aligned(next(findings * 20))),
    fingerprints: next(fingerprints),
  };
}

function search(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const path = paths[middle] ?? '';
    if (path === wanted) return middle;
    if (path < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function stampAt(stamps: Float64Array, at: number): FileStamp | undefined {
  const size = stamps[at] ?? -1;
  return size === -1 ? undefined : { size, mtimeMs: stamps[at + 1] ?? 0, ctimeMs: stamps[at + 2] ?? 0, ino: stamps[at + 3] ?? 0 };
}

/** The findings of a file, and where they stand among all. */
interface Places {
  path: string;
  from: number;
  to: number;
}

function findingMaker({ findings: numbers, fingerprints }: Sections, rules: readonly CompiledRule[]) {
  let marks: string[] | undefined;
  const number = (at: number, place: number) => numbers[at * 5 + place] ?? 0;
  return ({ path, from, to }: Places): Finding[] => {
    marks ??= fingerprints.toString('utf8').split(' ');
    const findings: Finding[] = [];
    for (let at = from; at < to; at++) {
      const rule = rules[number(at, 0)];
      const start = { line: number(at, 1), column: number(at, 2) };
      if (rule === undefined) continue;
      const range = start.line === 0 ? undefined : { start, end: { line: number(at, 3), column: number(at, 4) } };
      findings.push(makeFinding(rule, { path, range, fingerprint: marks[at] ?? '' }));
    }
    return findings;
  };
}

/** The keys come in the order in which a rule that has just been run gives them. One literal for nearly all is made in half the time. */
function makeFinding(
  { id: guardrail, message, priority, remedy, runbook }: CompiledRule,
  { fingerprint, path, range }: { path: string; range: Range | undefined; fingerprint: string },
): Finding {
  if (range !== undefined && remedy !== '' && runbook === undefined)
    return { path, range, guardrail, priority, message, fix: remedy, source: 'check', baseline: false, fingerprint };
  return {
    path,
    ...(range === undefined ? {} : { range }),
    guardrail,
    priority,
    message,
    ...(remedy === '' ? {} : { fix: remedy }),
    ...(runbook === undefined ? {} : { runbook }),
    source: 'check',
    baseline: false,
    fingerprint,
  };
}

function withMessages(findings: Finding[], messages: readonly (readonly [place: number, message: string])[]): Finding[] {
  for (const [place, message] of messages) {
    const finding = findings[place];
    if (finding !== undefined) finding.message = message;
  }
  return findings;
}
