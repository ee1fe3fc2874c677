/** Some lines of a file with rules for agents that belong together. All pieces of a file are all its lines but the blank ones. */
export interface Piece {
  kind: PieceKind;
  /** Path of the file, relative to the repository. */
  source: string;
  /** First and last line, from 1. */
  from: number;
  to: number;
  /** As it stands there, with \n as its only line end. */
  text: string;
}

/**
 * `lead`: a line that names the list below it. `pointer`: an `@file` that an agent reads in its place. `break`: a line between
 * sections. `other`: tables, quotes, HTML.
 */
export type PieceKind = 'front-matter' | 'heading' | 'lead' | 'item' | 'numbered' | 'paragraph' | 'code' | 'pointer' | 'break' | 'other';

/** Which files rules are about, and when. */
export interface Scope {
  /** Globs relative to the repository. */
  files: readonly string[];
  /** What the file says of when its rules are wanted. */
  when?: string;
  /** Globs that a page cannot have. */
  refused: readonly string[];
}

/** A file with rules for agents, read. */
export interface RuleSource {
  path: string;
  scope: Scope;
  pieces: Piece[];
}

export function placeOf({ source, from, to }: Pick<Piece, 'source' | 'from' | 'to'>): string {
  return from === to ? `${source}:${from}` : `${source}:${from}-${to}`;
}
