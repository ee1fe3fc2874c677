/** How often the lines of one file ran, and how many of its branches did. */
export interface FileCoverage {
  lines: Share;
  branches: Share;
  /** Lines that did not run, where the report names them. */
  missed: number[];
  /** The last line the report speaks of; 0 where it names none. */
  lastLine: number;
}

export interface Share {
  covered: number;
  total: number;
}

/** Files by the path that the report gives them. */
export type CoverageReport = ReadonlyMap<string, FileCoverage>;

/** Collects what a report says of one file, in however many places. */
export class CoverageCount {
  readonly #lines = new Map<number, number>();
  readonly #branches = new Map<string, boolean>();
  readonly #summary: Record<'lines' | 'branches', Share | undefined> = { lines: undefined, branches: undefined };

  line(number: number, hits: number): void {
    this.#lines.set(number, Math.max(this.#lines.get(number) ?? 0, hits));
  }

  branch(key: string, taken: boolean): void {
    this.#branches.set(key, taken || this.#branches.get(key) === true);
  }

  /** Sums, for a report that has no details. */
  sum(kind: 'lines' | 'branches', share: Share): void {
    this.#summary[kind] = share;
  }

  result(): FileCoverage {
    const numbers = [...this.#lines.keys()].sort((a, b) => a - b);
    const missed = numbers.filter((number) => this.#lines.get(number) === 0);
    const lines = { covered: numbers.length - missed.length, total: numbers.length };
    const branches = { covered: [...this.#branches.values()].filter(Boolean).length, total: this.#branches.size };
    return {
      lines: (numbers.length === 0 ? this.#summary.lines : undefined) ?? lines,
      branches: (this.#branches.size === 0 ? this.#summary.branches : undefined) ?? branches,
      missed,
      lastLine: numbers.at(-1) ?? 0,
    };
  }
}

/** One count a file, made when the file is first named. */
export class CoverageCounts {
  readonly #counts = new Map<string, CoverageCount>();

  of(path: string): CoverageCount {
    const count = this.#counts.get(path) ?? new CoverageCount();
    this.#counts.set(path, count);
    return count;
  }

  report(): CoverageReport {
    return new Map([...this.#counts].map(([path, count]) => [path, count.result()]));
  }
}
