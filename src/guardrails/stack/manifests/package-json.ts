import { asObject, asString, asStrings, type Json, parseJsonObject } from '../../imports/typescript/json.ts';
import type { LibrarySource, Sighting } from '../library-source.ts';

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies', 'bundleDependencies'];

export const packageJson: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)package\.json$/.test(path),
  canonical: (name) => name,
  separators: ['/'],
  read(_path, text) {
    const manifest = parseJsonObject(text);
    return fields.flatMap((field) => fieldSightings(text, field, manifest[field]));
  },
};

function fieldSightings(text: string, field: string, value: Json | undefined): Sighting[] {
  const from = new RegExp(`"${field}"\\s*:`).exec(text)?.index;
  if (from === undefined) return [];
  const versions = asObject(value);
  const names = versions === undefined ? (asStrings(value) ?? []) : Object.keys(versions);
  return names.flatMap((name) => {
    const quoted = JSON.stringify(name);
    const start = text.indexOf(quoted, from + field.length + 2);
    if (start === -1) return [];
    return [{ names: [aliased(asString(versions?.[name])) ?? name], start, end: start + quoted.length }];
  });
}

/** What an alias stands for: `"log": "npm:winston@3"`. */
function aliased(version: string | undefined): string | undefined {
  return /^npm:(@?[^@]+)/.exec(version ?? '')?.[1];
}
