import type { Tree } from '../../tree.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { asObject, asString, asStrings, type JsonObject, parseJsonObject } from './json.ts';

/** The part of a tsconfig that decides what an import means, `extends` followed. Folders are relative to the repository. */
export interface TsConfig {
  path: string;
  baseUrl?: PathList;
  paths?: { pattern: string; targets: PathList }[];
  files?: PathList;
  include?: PathList;
  exclude?: PathList;
  references: string[];
}

/** Paths as written, and the folder of the config that they were written in. See `placeOf`. */
export interface PathList {
  list: string[];
  folder: string;
}

export interface TsConfigReader {
  tree: Tree;
  /** Folder of a workspace package, for `extends: "@acme/tsconfig/base.json"`. */
  packageFolder(folder: string, name: string): string | undefined;
}

/** Undefined where there is no such file. What lies outside the repository, in `extends` too, is as if it were not there. */
export function readTsConfig(reader: TsConfigReader, path: string): TsConfig | undefined {
  return readLayer(reader, path, new Map());
}

/** `${configDir}` is the folder of the config that was asked for, in each one it extends. Undefined outside the repository. */
export function placeOf(config: TsConfig, folder: string, written: string): string | undefined {
  const ofConfig = /^\$\{configDir\}\/?(.*)$/.exec(written)?.[1];
  return ofConfig === undefined ? joinInside(folder, written) : joinInside(folderOf(config.path), ofConfig);
}

/** Each file counts once, however many others extend it: a few that extend each other make more ways than can be gone. */
function readLayer(reader: TsConfigReader, path: string, known: Map<string, TsConfig | undefined>): TsConfig | undefined {
  if (known.has(path) || !reader.tree.has(path)) return known.get(path);
  known.set(path, undefined);
  const text = reader.tree.read(path);
  if (text === undefined) return undefined;
  const json = parseJsonObject(text);
  const merged: TsConfig = { path, references: [] };
  for (const name of asStrings(json.extends) ?? []) {
    const base = extendedPath(reader, folderOf(path), name);
    const inherited = base === undefined ? undefined : readLayer(reader, base, known);
    // Everything is inherited but the references.
    if (inherited !== undefined) Object.assign(merged, inherited, { path, references: [] });
  }
  Object.assign(merged, ownSettings(json, folderOf(path)));
  known.set(path, merged);
  return merged;
}

function ownSettings(json: JsonObject, folder: string): Partial<TsConfig> {
  const options = asObject(json.compilerOptions) ?? {};
  const own: Partial<TsConfig> = {};
  const baseUrl = asString(options.baseUrl);
  if (baseUrl !== undefined) own.baseUrl = { list: [baseUrl], folder };
  const paths = asObject(options.paths);
  if (paths !== undefined)
    own.paths = Object.entries(paths).map(([pattern, targets]) => ({ pattern, targets: { list: asStrings(targets) ?? [], folder } }));
  for (const key of ['files', 'include', 'exclude'] as const) {
    const list = asStrings(json[key]);
    if (list !== undefined) own[key] = { list, folder };
  }
  const references = Array.isArray(json.references) ? json.references : [];
  own.references = references.flatMap((reference) => asString(asObject(reference)?.path) ?? []);
  return own;
}

function extendedPath(reader: TsConfigReader, folder: string, name: string): string | undefined {
  const base = name.startsWith('.') ? joinInside(folder, name) : inPackage(reader, folder, name);
  if (base === undefined) return undefined;
  const inFolder = base === '' ? 'tsconfig.json' : `${base}/tsconfig.json`;
  return [base, `${base}.json`, inFolder].find((candidate) => candidate.endsWith('.json') && reader.tree.has(candidate));
}

function inPackage(reader: TsConfigReader, folder: string, name: string): string | undefined {
  const [, packageName, rest] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(name) ?? [];
  if (packageName === undefined || rest === undefined) return undefined;
  const packageFolder = reader.packageFolder(folder, packageName);
  return packageFolder === undefined ? undefined : joinInside(packageFolder, rest === '' ? '.' : rest);
}
