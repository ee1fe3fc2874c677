import type { GardenRule } from '#kernel/records/garden-rules.ts';
import type { Drift } from '../drift/drift.ts';
import type { KnowledgeGraph } from '../graph.ts';

/** Something that is wrong with a document. */
export interface Fault {
  rule: GardenRule;
  path: string;
  /** Absent where it is about the whole document. */
  place?: { line: number; column: number; length: number };
  /** What stands there, by which the fault is known again when lines move. */
  quote: string;
  message: string;
}

/** What the rules look at. */
export interface GardenFacts {
  graph: KnowledgeGraph;
  /** Text of a file of the repository; undefined where there is none. */
  read(path: string): string | undefined;
  /** Whether git ignores a path: what is built may be there or not. */
  isIgnored(path: string): boolean;
  /** Whether git ever knew a file or folder of that path. */
  wasThere(path: string): boolean;
  /** Names of the commands of our own command line. */
  verbs: readonly string[];
  /** Pages whose subject changed since they did. */
  drift: ReadonlyMap<string, Drift>;
  /** How many days before the newest commit a file was last changed; undefined where git does not know it. */
  ageDays(path: string): number | undefined;
}

export type FaultFinder = (facts: GardenFacts) => Iterable<Fault>;
