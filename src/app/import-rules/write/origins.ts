import { type Piece, placeOf } from '../piece.ts';
import type { Unit } from '../unit.ts';

/** Where a unit stood: pieces of a file that follow each other are one place. */
export function originsOf({ pieces, also }: Pick<Unit, 'pieces' | 'also'>): string[] {
  return joined([...pieces, ...also]).map(placeOf);
}

/** A comment that Markdown readers and agents pass over. */
export function originComment(unit: Pick<Unit, 'pieces' | 'also'>): string {
  return `<!-- from ${originsOf(unit).join(', ').replaceAll('-->', '--\\>')} -->`;
}

function joined(pieces: readonly Piece[]): Pick<Piece, 'source' | 'from' | 'to'>[] {
  const places: Pick<Piece, 'source' | 'from' | 'to'>[] = [];
  for (const { source, from, to } of pieces) {
    const last = places.at(-1);
    if (last?.source === source && last.to < from && from - last.to <= 2) last.to = to;
    else places.push({ source, from, to });
  }
  return places;
}
