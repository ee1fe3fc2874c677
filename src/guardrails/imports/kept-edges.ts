import type { Memory } from '../run/run-result.ts';
import { identityOfPaths } from '../run/tree-memory.ts';
import type { Tree } from '../tree.ts';
import { EdgeTables, type PackedTables } from './edge-tables.ts';
import type { ImportEdge, ImportSite, ImportTarget, WhichTargets } from './language.ts';

interface KeptFile {
  /** Of its text. */
  identity: string;
  /** As numbers where they come from what was kept: few of those are ever asked for. */
  edges: readonly number[] | readonly ImportEdge[];
  /** Whether its imports were resolved among the files there are now. */
  isCurrent: boolean;
}

/** So few are found again in less time than all are written. */
const fewestToKeep = 32;

interface Packed {
  files: string;
  identities: string;
  /** A character a file: `KeptFile.isCurrent`. */
  current: string;
  edges: (readonly number[])[];
  tables: PackedTables;
  world: string;
  inputs: [path: string, identity: string][];
  /** What tells this state from every other. */
  generation: string;
}

/**
 * What the files of one language import, from one run to the next. What stands in a file holds while its text does; where it
 * leads holds while there are the same files, and while manifests and settings that were read to find out say the same.
 */
export class KeptEdges {
  readonly #memory: Memory;
  readonly #name: string;
  readonly #files = new Map<string, KeptFile>();
  readonly #tables: EdgeTables;
  /** Files that are not in what was kept, each with where it led there. */
  readonly #fresh = new Map<string, string>();
  /** Of what was kept last; empty where nothing is. */
  generation: string;
  /** Counts what becomes known. */
  revision = 0;
  /** The revision that was kept last. */
  keptRevision = -1;
  #inputs: Map<string, string>;
  #world: string;

  constructor(memory: Memory, language: string) {
    this.#memory = memory;
    this.#name = `imports-${language}`;
    const text = memory.kept(this.#name);
    const packed: Packed | undefined = text === undefined ? undefined : JSON.parse(text);
    const identities = packed?.identities.split(' ') ?? [];
    const paths = packed === undefined || packed.files === '' ? [] : packed.files.split('\0');
    for (const [index, path] of paths.entries())
      this.#files.set(path, {
        identity: identities[index] ?? '',
        edges: packed?.edges[index] ?? [],
        isCurrent: packed?.current[index] === '1',
      });
    this.#tables = new EdgeTables(packed?.tables);
    this.#inputs = new Map(packed?.inputs);
    this.#world = packed?.world ?? '';
    this.generation = packed?.generation ?? '';
  }

  /** To be called when a run begins. Returns the tree as whoever resolves imports must see it: what is read there is noted. */
  begin(tree: Tree): Tree {
    const world = identityOfPaths(this.#memory, tree.paths());
    const isSame = world === this.#world && [...this.#inputs].every(([path, identity]) => this.#memory.identity(path) === identity);
    if (!isSame) this.#forgetWorld(world, new Set(tree.paths()));
    return {
      ...tree,
      read: (path) => {
        const text = tree.read(path);
        this.#inputs.set(path, this.#memory.identityOf(text));
        return text;
      },
    };
  }

  /** Undefined where the file has another text now. `edges` are undefined where only its sites still hold. */
  recall(path: string): { sites: readonly ImportSite[]; edges: readonly ImportEdge[] | undefined } | undefined {
    const kept = this.#files.get(path);
    if (kept === undefined || kept.identity !== this.#memory.identity(path)) return undefined;
    const edges = this.#edgesOf(kept);
    return { sites: kept.isCurrent ? [] : [...new Set(edges.map(({ site }) => site))], edges: kept.isCurrent ? edges : undefined };
  }

  /** Where the imports of a file lead, where that is known. */
  targets(path: string, which: WhichTargets): readonly ImportTarget[] | undefined {
    const kept = this.#files.get(path);
    return kept !== undefined && this.isCurrent(path) ? this.#targetsOf(kept, which) : undefined;
  }

  /** Whether what is known of a file holds still. */
  isCurrent(path: string): boolean {
    const kept = this.#files.get(path);
    return kept?.isCurrent === true && kept.identity === this.#memory.identity(path);
  }

  /** Files of which something else is known than what was kept, each with where it led there. */
  get fresh(): ReadonlyMap<string, string> {
    return this.#fresh;
  }

  /** The files that a file leads to, as one text. */
  lead(path: string): string {
    const kept = this.#files.get(path);
    return kept === undefined ? 'nobody knows' : this.#targetsOf(kept, 'without parts').map(pathOf).join('\0');
  }

  record(path: string, edges: readonly ImportEdge[]): void {
    if (!this.#fresh.has(path)) this.#fresh.set(path, this.lead(path));
    this.revision++;
    this.#files.set(path, { identity: this.#memory.identity(path), edges, isCurrent: true });
    if (this.#fresh.size > fewestToKeep) this.#memory.keep(this.#name, () => this.#render());
  }

  #edgesOf({ edges }: KeptFile): readonly ImportEdge[] {
    return isPacked(edges) ? this.#tables.unpack(edges) : edges;
  }

  #targetsOf({ edges }: KeptFile, which: WhichTargets): readonly ImportTarget[] {
    if (isPacked(edges)) return this.#tables.targets(edges, which);
    return edges.flatMap(({ part, target }) => (part === true && which === 'without parts' ? [] : [target]));
  }

  /** In another world nothing that was kept says where anything leads. */
  #forgetWorld(world: string, present: ReadonlySet<string>): void {
    this.generation = '';
    this.revision++;
    this.#world = world;
    this.#inputs = new Map();
    for (const [path, kept] of this.#files) {
      if (present.has(path)) kept.isCurrent = false;
      else this.#files.delete(path);
    }
  }

  #render(): string {
    this.#fresh.clear();
    const files = [...this.#files.values()];
    const packed: Omit<Packed, 'generation'> = {
      files: [...this.#files.keys()].join('\0'),
      identities: files.map(({ identity }) => identity).join(' '),
      current: files.map(({ isCurrent }) => (isCurrent ? '1' : '0')).join(''),
      edges: files.map(({ edges }) => (isPacked(edges) ? edges : this.#tables.pack(edges))),
      tables: this.#tables.packed(),
      world: this.#world,
      inputs: [...this.#inputs],
    };
    const { current, identities, inputs, world } = packed;
    this.generation = this.#memory.identityOf(JSON.stringify([packed.files, identities, current, world, inputs]));
    this.keptRevision = this.revision;
    return JSON.stringify({ ...packed, generation: this.generation });
  }
}

function isPacked(edges: KeptFile['edges']): edges is readonly number[] {
  return typeof edges[0] !== 'object';
}

function pathOf(target: ImportTarget): string {
  return target.kind === 'file' ? target.path : '';
}
