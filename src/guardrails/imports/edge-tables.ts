import type { ImportEdge, ImportSite, ImportTarget, WhichTargets } from './language.ts';

export interface PackedTables {
  specifiers: string[];
  targets: ImportTarget[];
}

/** No file that is read is longer. */
const longestText = 4 * 1024 * 1024;

/** Edges as numbers: start, end, specifier, target, and whether the target is a part. Most specifiers and targets come many times. */
export class EdgeTables {
  readonly #specifiers: string[];
  readonly #targets: ImportTarget[];
  #specifierPlaces: Map<string, number> | undefined;
  #targetPlaces: Map<string, number> | undefined;
  readonly #known = new WeakMap<ImportTarget, number>();

  constructor({ specifiers, targets }: PackedTables = { specifiers: [], targets: [] }) {
    this.#specifiers = specifiers;
    this.#targets = targets;
  }

  packed(): PackedTables {
    return { specifiers: this.#specifiers, targets: this.#targets };
  }

  pack(edges: readonly ImportEdge[]): number[] {
    this.#specifierPlaces ??= new Map(this.#specifiers.map((specifier, place) => [specifier, place]));
    this.#targetPlaces ??= new Map(this.#targets.map((target, place) => [JSON.stringify(target), place]));
    const numbers: number[] = [];
    for (const { part, site, target } of edges) {
      const specifier = placeOf(site.specifier, { key: site.specifier, places: this.#specifierPlaces, list: this.#specifiers });
      const place = this.#placeOf(target, this.#targetPlaces);
      numbers.push(site.start, site.end, specifier, place, part === true ? 1 : 0);
    }
    return numbers;
  }

  /** Whoever resolves imports gives one object for many: only the first time it is compared with all others. */
  #placeOf(target: ImportTarget, places: Map<string, number>): number {
    const known = this.#known.get(target);
    if (known !== undefined) return known;
    const place = placeOf(target, { key: JSON.stringify(target), places, list: this.#targets });
    this.#known.set(target, place);
    return place;
  }

  /** Where the edges lead. */
  targets(numbers: readonly number[], which: WhichTargets): ImportTarget[] {
    const targets: ImportTarget[] = [];
    for (let at = 3; at + 1 < numbers.length; at += 5) {
      const target = numbers[at + 1] === 1 && which === 'without parts' ? undefined : this.#targets[numbers[at] ?? 0];
      if (target !== undefined) targets.push(target);
    }
    return targets;
  }

  /** Edges that shared a site share one again; equal targets are one. */
  unpack(numbers: readonly number[]): ImportEdge[] {
    const edges: ImportEdge[] = [];
    const sites = new Map<number, ImportSite>();
    const number = (at: number) => numbers[at] ?? 0;
    for (let at = 0; at + 4 < numbers.length; at += 5) {
      const target = this.#targets[number(at + 3)];
      if (target === undefined) continue;
      const site = { specifier: this.#specifiers[number(at + 2)] ?? '', start: number(at), end: number(at + 1) };
      const key = site.start * longestText + site.end;
      const known = sites.get(key);
      const shared = known?.specifier === site.specifier ? known : site;
      if (shared === site) sites.set(key, site);
      edges.push(number(at + 4) === 1 ? { site: shared, target, part: true } : { site: shared, target });
    }
    return edges;
  }
}

function placeOf<Item>(item: Item, { key, list, places }: { key: string; places: Map<string, number>; list: Item[] }): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, list.length);
  list.push(item);
  return list.length - 1;
}
