import type { Unit } from '../unit.ts';

/** A file that an import makes. */
export interface Draft {
  path: string;
  text: string;
  /** What went into it, each with its name there; '' where it has none of its own. */
  holds: { unit: Unit; id: string }[];
}
