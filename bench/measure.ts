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
  /** The mean of each turn. */
  turnMs: number[];
}

/** The first turns warm the caches. */
const warmingTurns = 4;

/**
 * Times whole processes in turns, so that a noisy moment hits all of them alike, and each turn in another order: what ran before leaves the
 * machine warm or cold. Those that run several times a turn do so side by side.
 */
export function measure(contenders: readonly Contender[], rounds: number): Measured[] {
  const turns = contenders.map((): number[][] => []);
  for (let turn = -warmingTurns; turn < rounds; turn++) {
    const times = contenders.map((): number[] => []);
    for (const { contender, index, repeat } of orderOf(contenders)) {
      times[index]?.push(timeOnce(contender, turn * (contender.perTurn ?? 1) + repeat));
    }
    if (turn >= 0) for (const [index, ms] of times.entries()) turns[index]?.push(ms);
  }
  return contenders.map(({ name }, index) => summarise(name, turns[index] ?? []));
}

/** How many times as long as another: the ratio of each turn, and of those the median. A machine that changes its pace meanwhile changes both. */
export function ratioOf(one: Measured, other: Measured): number {
  return median(one.turnMs.map((ms, turn) => ms / (other.turnMs[turn] ?? Number.NaN)));
}

interface Start {
  contender: Contender;
  index: number;
  repeat: number;
}

function orderOf(contenders: readonly Contender[]): Start[] {
  const all = contenders.map((contender, index) => ({ contender, index }));
  const often = all.filter(({ contender }) => contender.perTurn !== undefined);
  const most = Math.max(0, ...often.map(({ contender }) => contender.perTurn ?? 0));
  const sideBySide = Array.from({ length: most }, (_, repeat) =>
    shuffled(often.filter(({ contender }) => repeat < (contender.perTurn ?? 0))).map((one) => ({ ...one, repeat })),
  ).flat();
  const once = all.filter(({ contender }) => contender.perTurn === undefined).map((one) => [{ ...one, repeat: 0 }]);
  return shuffled([sideBySide, ...once]).flat();
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

function summarise(name: string, turns: readonly (readonly number[])[]): Measured {
  const times = turns.flat();
  return {
    name,
    medianMs: median(times),
    minMs: Math.min(...times),
    maxMs: Math.max(...times),
    turnMs: turns.map((ms) => ms.reduce((sum, one) => sum + one, 0) / ms.length),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A table with how many times as long as the first each took. */
export function renderTable(measured: readonly Measured[]): string {
  const [first] = measured;
  const ratio = (one: Measured) => (first === undefined ? Number.NaN : ratioOf(one, first));
  const rows = measured.map((one) => [one.name, ms(one.medianMs), ms(one.minMs), ms(one.maxMs), `${ratio(one).toFixed(2)}x`]);
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
