import { globTest } from '../glob-test.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { type PathList, placeOf, readTsConfig, type TsConfig, type TsConfigReader } from './tsconfig.ts';

/** What `paths` and `baseUrl` of the nearest tsconfig or jsconfig make of a specifier. */
export class Aliases {
  readonly #reader: TsConfigReader;
  readonly #nearest = new Map<string, TsConfig | undefined>();
  readonly #configs = new Map<string, TsConfig | undefined>();
  readonly #members = new Map<TsConfig, (path: string) => boolean>();

  constructor(reader: TsConfigReader) {
    this.#reader = reader;
  }

  /** Paths to try for a specifier, best first; files need not exist nor have an extension. */
  candidates(from: string, specifier: string): string[] {
    const config = this.#configOf(from);
    if (config === undefined) return [];
    const bases = mappedPaths(config, specifier);
    const baseUrl = baseUrlOf(config);
    const ofBaseUrl = baseUrl === undefined ? undefined : joinInside(baseUrl, specifier);
    return ofBaseUrl === undefined ? bases : [...bases, ofBaseUrl];
  }

  /** The nearest config; where that one leaves the file to its references, the reference that includes it. */
  #configOf(from: string): TsConfig | undefined {
    const nearest = this.#nearestConfig(folderOf(from));
    if (nearest === undefined || nearest.references.length === 0 || this.#includes(nearest, from)) return nearest;
    return this.#referenceThatIncludes(nearest, from, new Set([nearest.path])) ?? nearest;
  }

  #nearestConfig(folder: string): TsConfig | undefined {
    if (this.#nearest.has(folder)) return this.#nearest.get(folder);
    const prefix = folder === '' ? '' : `${folder}/`;
    const here = this.#config(`${prefix}tsconfig.json`) ?? this.#config(`${prefix}jsconfig.json`);
    const config = here ?? (folder === '' ? undefined : this.#nearestConfig(folderOf(folder)));
    this.#nearest.set(folder, config);
    return config;
  }

  #referenceThatIncludes(config: TsConfig, from: string, seen: Set<string>): TsConfig | undefined {
    for (const reference of config.references) {
      const path = joinInside(folderOf(config.path), reference);
      if (path === undefined) continue;
      const referred = this.#config(path.endsWith('.json') ? path : `${path}/tsconfig.json`);
      if (referred === undefined || seen.has(referred.path)) continue;
      seen.add(referred.path);
      if (this.#includes(referred, from)) return referred;
      const deeper = this.#referenceThatIncludes(referred, from, seen);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  }

  #config(path: string): TsConfig | undefined {
    if (!this.#configs.has(path)) this.#configs.set(path, readTsConfig(this.#reader, path));
    return this.#configs.get(path);
  }

  #includes(config: TsConfig, path: string): boolean {
    let test = this.#members.get(config);
    if (test === undefined) {
      test = membersOf(config);
      this.#members.set(config, test);
    }
    return test(path);
  }
}

function baseUrlOf(config: TsConfig): string | undefined {
  const [written] = config.baseUrl?.list ?? [];
  return written === undefined ? undefined : placeOf(config, config.baseUrl?.folder ?? '', written);
}

/** TypeScript's rule: a pattern without a star first, then the one with the longest text before its star. */
function mappedPaths(config: TsConfig, specifier: string): string[] {
  let best: { length: number; star: string; targets: PathList } | undefined;
  for (const { pattern, targets } of config.paths ?? []) {
    const match = matchPattern(pattern, specifier);
    if (match !== undefined && (best === undefined || match.length > best.length)) best = { ...match, targets };
  }
  if (best === undefined) return [];
  const { star, targets } = best;
  const folder = baseUrlOf(config) ?? targets.folder;
  return targets.list.flatMap(
    (target) =>
      placeOf(
        config,
        folder,
        target.replace('*', () => star),
      ) ?? [],
  );
}

function matchPattern(pattern: string, specifier: string): { length: number; star: string } | undefined {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return specifier === pattern ? { length: Number.POSITIVE_INFINITY, star: '' } : undefined;
  const fits = specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? { length: before.length, star: specifier.slice(before.length, specifier.length - after.length) } : undefined;
}

function membersOf(config: TsConfig): (path: string) => boolean {
  const nothing: PathList = { list: [], folder: '' };
  const everything: PathList = { list: ['**/*'], folder: folderOf(config.path) };
  const files = new Set(placesOf(config, config.files ?? nothing));
  const includes = anyOf(placesOf(config, config.include ?? (config.files === undefined ? everything : nothing)));
  const excludes = anyOf(placesOf(config, config.exclude ?? nothing));
  return (path) => files.has(path) || (includes(path) && !excludes(path));
}

function placesOf(config: TsConfig, { list, folder }: PathList): string[] {
  return list.flatMap((written) => placeOf(config, folder, written) ?? []);
}

/** A pattern of `include` whose last part has no star names a folder as well, and means all that is in it. */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const globs = patterns.flatMap((pattern) => (/[*?][^/]*$/.test(pattern) ? [pattern] : [pattern, `${pattern}/**`.replace(/^\//, '')]));
  return globTest(globs.filter((glob) => glob !== ''));
}
