/** Where time comes from, so that tests and replays can stand in for it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * Milliseconds since some moment of the past, for durations and deadlines only. Asks `process` and not `performance`,
 * which loads ten modules of Node at its first use: 2 ms of a hook.
 */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
