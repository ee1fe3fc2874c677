import type { ImportEdge, ImportTarget } from './language.ts';

/** What a rule says of single imports. */
export interface EdgeRule {
  /** Whether a file may not import a target. Asked of every import there is. */
  forbids(from: string, target: ImportTarget): boolean;
  /** Why it may not. */
  reason(from: string, edge: ImportEdge): string;
}
