import { InvalidArgumentError } from 'commander';

const unitsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const longestMs = 30 * 86_400_000;

/** Milliseconds of `90s`, `30m`, `2h` or `7d`; at most 30 days. */
export function toDuration(text: string): number {
  const [, count, unit] = /^(\d{1,7})([smhd])$/.exec(text.trim()) ?? [];
  const durationMs = Number(count) * (unitsMs[unit ?? ''] ?? Number.NaN);
  if (!(durationMs > 0 && durationMs <= longestMs))
    throw new InvalidArgumentError('It is a number with s, m, h or d, such as 30m; at most 30d.');
  return durationMs;
}
