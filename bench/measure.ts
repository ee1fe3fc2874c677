import { spawnSync } from 'node:child_process';

/** A program to time from its start to its end. */
export interface Contender {
  name: string;
  command: readonly string[];
  cwd: string;
  /** How often it runs each turn, 1 by default: short ones vary more. */
  perTurn?: number;
  /** Standard input of run number `run`. */
  input?: (run: number) => string;
  /** Proof that it did the work: throws when the output is not what it has to be. */
  verify?: (output: { stdout: string; stderr: string; code: number | null }) => void;
}

export interface Measured {
  name: string;
  medianMs: number;
  minMs: number;
  maxMs: number;
}

/** The first turns warm the caches. */
const warmingTurns = 4;

/** Times whole processes in turns, so that a noisy moment hits all of them alike, and each turn in another order: what ran before leaves the machine warm or cold. */
export function measure(contenders: readonly Contender[], rounds: number): Measured[] {
  const times = contenders.map((): number[] => []);
  const starts = [...contenders.entries()].flatMap(([index, one]) =>
    Array.from({ length: one.perTurn ?? 1 }, (_, repeat) => ({ index, one, repeat })),
  );
  for (let turn = -warmingTurns; turn < rounds; turn++) {
    for (const { index, one, repeat } of shuffled(starts)) {
      const ms = timeOnce(one, turn * (one.perTurn ?? 1) + repeat);
      if (turn >= 0) times[index]?.push(ms);
    }
  }
  return contenders.map(({ name }, index) => summarise(name, times[index] ?? []));
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function timeOnce(contender: Contender, run: number): number {
  const [program = '', ...args] = contender.command;
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env; // costs an old Node 50 ms a start; the wired command drops it too
  const begun = performance.now();
  const ended = spawnSync(program, args, { cwd: contender.cwd, env, input: contender.input?.(run) ?? '', encoding: 'utf8' });
  const ms = performance.now() - begun;
  contender.verify?.({ stdout: ended.stdout, stderr: ended.stderr, code: ended.status });
  return ms;
}

function summarise(name: string, times: readonly number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    minMs: sorted[0] ?? Number.NaN,
    maxMs: sorted.at(-1) ?? Number.NaN,
  };
}

/** A table with each median as a multiple of the first's. */
export function renderTable(measured: readonly Measured[]): string {
  const base = measured[0]?.medianMs ?? Number.NaN;
  const rows = measured.map((one) => [one.name, ms(one.medianMs), ms(one.minMs), ms(one.maxMs), `${(one.medianMs / base).toFixed(2)}x`]);
  const table = [['', 'median ms', 'min', 'max', 'ratio'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}

function ms(value: number): string {
  return value.toFixed(1);
}
