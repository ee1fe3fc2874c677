import type { Tree } from '../tree.ts';
import { lazyRequire } from './lazy-require.ts';

type Toml = typeof import('smol-toml');
export type TomlTable = import('smol-toml').TomlTable;
type TomlValue = TomlTable[string];
/** Keys one in the other: `tool.uv`, or a list where one may hold a dot. */
type Keys = string | readonly string[];

/** A TOML file; an empty table where it is missing or cannot be read. */
export function readToml(tree: Tree, path: string): TomlTable {
  const text = tree.has(path) ? tree.read(path) : undefined;
  if (text === undefined) return {};
  try {
    const toml: Toml = lazyRequire('smol-toml');
    return toml.parse(text.replace(/^\uFEFF/, ''), { integersAsBigInt: 'asNeeded' });
  } catch {
    return {};
  }
}

export function tableAt(table: TomlTable, keys: Keys): TomlTable {
  const value = valueAt(table, keys);
  return isTable(value) ? value : {};
}

export function stringAt(table: TomlTable, keys: Keys): string | undefined {
  const value = valueAt(table, keys);
  return typeof value === 'string' ? value : undefined;
}

/** The strings of an array, or a single string as an array of one. */
export function stringsAt(table: TomlTable, keys: Keys): string[] {
  const value = valueAt(table, keys);
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** The tables of an array. */
export function tablesAt(table: TomlTable, keys: Keys): TomlTable[] {
  const value = valueAt(table, keys);
  return Array.isArray(value) ? value.filter(isTable) : [];
}

function valueAt(table: TomlTable, keys: Keys): TomlValue | undefined {
  let at: TomlValue | undefined = table;
  for (const key of typeof keys === 'string' ? keys.split('.') : keys) at = isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}
