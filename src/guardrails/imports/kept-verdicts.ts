import type { Hit } from '../kind/check-kind.ts';
import type { Memory } from '../run/run-result.ts';
import type { KeptEdges } from './kept-edges.ts';

/** What a rule finds in all files of a language. */
export interface Verdict {
  /** Imports that are not allowed. */
  edgeHits: readonly Hit[];
  /** Circles, each as its files in order. */
  cycles: readonly (readonly string[])[];
}

interface KeptVerdict extends Verdict {
  /** Of the edges that it was found among; in the files `changed` others were known, which led there. */
  generation: string;
  changed: [path: string, lead: string][];
}

/** With more files than these anew, all are asked. */
const mostChanged = 100;

/**
 * What rules of imports found the last time, rule by rule and language by language. An import that is not allowed depends on
 * its own file alone; circles are the same while all files that changed lead to the same files.
 */
export class KeptVerdicts {
  readonly #memory: Memory;
  readonly #verdicts: Map<string, KeptVerdict>;
  readonly #found = new Map<string, { verdict: Verdict; edges: KeptEdges; revision: number }>();

  constructor(memory: Memory) {
    this.#memory = memory;
    const text = memory.kept('imports-verdicts');
    const packed: [string, KeptVerdict][] = text === undefined ? [] : JSON.parse(text);
    this.#verdicts = new Map(packed);
  }

  /** `changed`: the files to ask again. `cycles` are undefined where they may be others now. */
  recall(
    key: string,
    edges: KeptEdges,
  ): { edgeHits: readonly Hit[]; changed: ReadonlySet<string>; cycles: Verdict['cycles'] | undefined } | undefined {
    const kept = this.#verdicts.get(key);
    if (kept === undefined || kept.generation === '' || kept.generation !== edges.generation) return undefined;
    const leads = new Map([...edges.fresh, ...kept.changed]);
    if (leads.size > mostChanged) return undefined;
    const isSame = [...leads].every(([path, lead]) => edges.lead(path) === lead);
    return { edgeHits: kept.edgeHits, changed: new Set(leads.keys()), cycles: isSame ? kept.cycles : undefined };
  }

  record(key: string, edges: KeptEdges, verdict: Verdict): void {
    const { generation, revision } = edges;
    const isFar = edges.fresh.size > mostChanged;
    const changed = isFar ? [] : [...edges.fresh.keys()].map((path): [string, string] => [path, edges.lead(path)]);
    this.#verdicts.set(key, { ...verdict, generation: isFar ? '' : generation, changed });
    this.#found.set(key, { verdict, edges, revision });
    this.#memory.keep('imports-verdicts', () => this.#render());
  }

  /** Those of rules that were asked. Where the edges have been kept as they were found among, no file is another since. */
  #render(): string {
    for (const [key, { edges, revision, verdict }] of this.#found) {
      if (edges.keptRevision === revision) this.#verdicts.set(key, { ...verdict, generation: edges.generation, changed: [] });
    }
    return JSON.stringify([...this.#verdicts].filter(([key]) => this.#found.has(key)));
  }
}

const allKept = new WeakMap<Memory, KeptVerdicts>();

/** One for as long as the memory lives. */
export function keptVerdicts(memory: Memory): KeptVerdicts {
  const kept = allKept.get(memory) ?? new KeptVerdicts(memory);
  allKept.set(memory, kept);
  return kept;
}
