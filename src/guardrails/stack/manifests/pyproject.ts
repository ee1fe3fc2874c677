import { asObject, asStrings, type Json, type JsonObject } from '../../imports/typescript/json.ts';
import type { LibrarySource } from '../library-source.ts';
import { locateNames } from './locate-names.ts';
import { parseToml } from './parse-toml.ts';
import { pythonName } from './python-name.ts';

/** What the standard (PEP 621 and 735), Poetry, uv and PDM declare. */
export const pyproject: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)pyproject\.toml$/.test(path),
  canonical: pythonName,
  separators: [],
  read(_path, text) {
    const document = parseToml(text);
    return document === undefined ? [] : locateNames(text, [...new Set(declared(document))]);
  },
};

function declared(document: JsonObject): string[] {
  const project = asObject(document.project);
  const tool = asObject(document.tool);
  const poetry = asObject(tool?.poetry);
  const groups = Object.values(asObject(poetry?.group) ?? {}).map((group) => asObject(group)?.dependencies);
  const tables = [poetry?.dependencies, poetry?.['dev-dependencies'], ...groups];
  const lists = [
    project?.dependencies,
    asObject(tool?.uv)?.['dev-dependencies'],
    ...valuesOf(project?.['optional-dependencies']),
    ...valuesOf(document['dependency-groups']),
    ...valuesOf(asObject(tool?.pdm)?.['dev-dependencies']),
  ];
  return [...tables.flatMap((table) => Object.keys(asObject(table) ?? {})), ...lists.flatMap(requirementNames)];
}

function valuesOf(value: Json | undefined): Json[] {
  return Object.values(asObject(value) ?? {});
}

function requirementNames(list: Json | undefined): string[] {
  return (asStrings(list) ?? []).flatMap((requirement) => /^\s*([A-Za-z0-9][\w.-]*)/.exec(requirement)?.[1] ?? []);
}
