import { asObject, asString, type Json, type JsonObject } from '../../imports/typescript/json.ts';
import type { LibrarySource } from '../library-source.ts';
import { locateNames } from './locate-names.ts';
import { parseToml } from './parse-toml.ts';

const fields = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** Dependencies of the package, of its targets and of the workspace; a renamed one counts as what it is. */
export const cargoToml: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  canonical: (name) => name.replaceAll('-', '_'),
  separators: [],
  read(_path, text) {
    const document = parseToml(text);
    return document === undefined ? [] : locateNames(text, [...new Set(declared(document))]);
  },
};

function declared(document: JsonObject): string[] {
  const places = [document, asObject(document.workspace), ...Object.values(asObject(document.target) ?? {}).map(asObject)];
  return places.flatMap((place) => fields.flatMap((field) => names(place?.[field])));
}

function names(table: Json | undefined): string[] {
  return Object.entries(asObject(table) ?? {}).map(([key, value]) => asString(asObject(value)?.package) ?? key);
}
