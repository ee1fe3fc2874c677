interface Visit {
  node: string;
  index: number;
  /** Index of the oldest open visit that can be reached from here. */
  low: number;
  open: boolean;
  targets: readonly string[];
  /** How many of the targets were followed. */
  followed: number;
}

/** Strongly connected components that hold a circle, of all that can be reached from the roots (Tarjan 1972). */
export function findKnots(roots: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const search = new KnotSearch(next);
  for (const root of roots) search.visitFrom(root);
  return search.knots;
}

class KnotSearch {
  readonly knots: string[][] = [];
  readonly #next: (node: string) => readonly string[];
  readonly #visits = new Map<string, Visit>();
  readonly #open: Visit[] = [];

  constructor(next: (node: string) => readonly string[]) {
    this.#next = next;
  }

  /** A loop, not a recursion: import chains can be longer than the call stack is deep. */
  visitFrom(root: string): void {
    const way = this.#visits.has(root) ? [] : [this.#enter(root)];
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const target = visit.targets[visit.followed++];
      const child = target === undefined ? undefined : this.#follow(visit, target);
      if (child !== undefined) way.push(child);
      if (target === undefined) {
        way.pop();
        this.#leave(visit, way.at(-1));
      }
    }
  }

  #enter(node: string): Visit {
    const index = this.#visits.size;
    const visit = { node, index, low: index, open: true, targets: this.#next(node), followed: 0 };
    this.#visits.set(node, visit);
    this.#open.push(visit);
    return visit;
  }

  /** The visit to go on with, where the target was not seen before. */
  #follow(visit: Visit, target: string): Visit | undefined {
    const known = this.#visits.get(target);
    if (known === undefined) return this.#enter(target);
    if (known.open) visit.low = Math.min(visit.low, known.index);
    return undefined;
  }

  #leave(visit: Visit, parent: Visit | undefined): void {
    if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
    if (visit.low !== visit.index) return;
    const members = this.#open.splice(this.#open.lastIndexOf(visit));
    for (const member of members) member.open = false;
    if (members.length > 1 || visit.targets.includes(visit.node)) this.knots.push(members.map((member) => member.node));
  }
}
