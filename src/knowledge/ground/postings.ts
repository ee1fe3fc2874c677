import type { Postings } from '../ground-index.ts';
import { termsOf } from './terms.ts';

/** A piece of a unit; words of a heading weigh more than those of a text. */
export interface WeighedText {
  text: string;
  weight: number;
}

/** The words of one unit. */
export type UnitTerms = ReadonlyMap<number, number>;

export function unitTerms(texts: readonly WeighedText[]): UnitTerms {
  const counts = new Map<number, number>();
  for (const { text, weight } of texts) for (const { hash } of termsOf(text)) counts.set(hash, (counts.get(hash) ?? 0) + weight);
  return counts;
}

export const noPostings: Postings = { starts: new Uint32Array(1), terms: new Uint32Array(), counts: new Uint8Array() };

/** A unit that is new, or the place of one in what was kept. */
export type UnitSource = UnitTerms | number;

/** Joins units, those of `kept` without reading their texts again. */
export function joinPostings(units: readonly UnitSource[], kept: Postings = noPostings): Postings {
  const sizeOf = (unit: UnitSource) => (typeof unit === 'number' ? at(kept.starts, unit + 1) - at(kept.starts, unit) : unit.size);
  const total = units.reduce<number>((sum, unit) => sum + sizeOf(unit), 0);
  const joined = { starts: new Uint32Array(units.length + 1), terms: new Uint32Array(total), counts: new Uint8Array(total) };
  let place = 0;
  for (const [index, unit] of units.entries()) {
    joined.starts[index] = place;
    if (typeof unit === 'number') copyUnit(joined, { place, unit }, kept);
    else writeUnit(joined, place, unit);
    place += sizeOf(unit);
  }
  joined.starts[units.length] = place;
  return joined;
}

function copyUnit(to: Postings, { place, unit }: { place: number; unit: number }, from: Postings): void {
  const [start, end] = [at(from.starts, unit), at(from.starts, unit + 1)];
  to.terms.set(from.terms.subarray(start, end), place);
  to.counts.set(from.counts.subarray(start, end), place);
}

function writeUnit(to: Postings, from: number, unit: UnitTerms): void {
  let place = from;
  for (const [hash, count] of unit) {
    to.terms[place] = hash;
    to.counts[place] = Math.max(1, Math.min(255, Math.round(count)));
    place += 1;
  }
}

function at(numbers: Uint32Array, index: number): number {
  return numbers[index] ?? 0;
}
