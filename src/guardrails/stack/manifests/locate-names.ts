import type { Sighting } from '../library-source.ts';

const placesOfKeys = /dependencies/;
const placesOfStrings = /^(?:|project|tool\.(?:uv|pdm))$|dependenc/;

/**
 * Where a TOML file declares these names: as a key of a table of dependencies, as the end of such a table's name, or at
 * the beginning of a string. TOML parsers keep no places.
 */
export function locateNames(text: string, names: readonly string[]): Sighting[] {
  const tables = [...text.matchAll(/^[ \t]*\[+([^\]\n]*)\]+[ \t]*(?:#.*)?\r?$/gm)].map((match) => ({
    at: match.index,
    name: match[1] ?? '',
  }));
  const tableAt = (at: number) => tables.findLast((table) => table.at <= at)?.name.trim() ?? '';
  return names.flatMap((name) => {
    const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const key = `^[ \\t]*(?<quote>["']?)(?<key>${word})\\k<quote>[ \\t]*(?:=|\\.[ \\t]*\\w+[ \\t]*=)(?!=)`;
    const table = `^[ \\t]*\\[[^\\]\\n]*dependencies\\.["']?(?:${word})["']?\\]`;
    const string = `^[^#\\n]*?["'](?:${word})(?=[ \\t]*["'\\[<>=!~;@(,])`;
    return [...text.matchAll(new RegExp(`${key}|${table}|${string}`, 'gm'))].flatMap((match) => {
      const places = match.groups?.key === undefined ? placesOfStrings : placesOfKeys;
      if (!places.test(tableAt(match.index))) return [];
      const start = match.index + match[0].lastIndexOf(name);
      return [{ names: [name], start, end: start + name.length }];
    });
  });
}
