import { shortHash } from '#kernel/short-hash.ts';
import type { Piece, Scope } from './piece.ts';

/** Pieces that go to one place together. */
export interface Unit {
  /** A bullet of a persona, a guardrail that a persona judges, a runbook, or text of a document. */
  kind: 'bullet' | 'judge' | 'steps' | 'prose';
  pieces: Piece[];
  /** Pieces of other files, or of other places, that say the same. */
  also: Piece[];
  /** The headings above it, highest first, without the title of the file. */
  headings: Piece[];
  scope: Scope;
  /** What its file is about where no heading says it. */
  name: string;
}

/** What it says, whatever marks it is written with. */
export function saidBy({ pieces }: Pick<Unit, 'pieces'>): string {
  return pieces.map(({ text }) => plainWords(text)).join('\n');
}

/** Identity of what was imported once, and is not imported again. */
export function keyOf(unit: Unit): string {
  return shortHash(`${unit.scope.files.join('\n')}\n\n${saidBy(unit)}`);
}

function plainWords(text: string): string {
  return text
    .replace(/^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.;\s]+$/, '')
    .trim()
    .toLowerCase();
}
