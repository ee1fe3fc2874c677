import { goImports } from './code/go-imports.ts';
import { javaImports } from './code/java-imports.ts';
import { javascriptImports } from './code/javascript-imports.ts';
import { pythonImports } from './code/python-imports.ts';
import { rustImports } from './code/rust-imports.ts';
import type { LibrarySource } from './library-source.ts';
import { cargoToml } from './manifests/cargo-toml.ts';
import { goMod } from './manifests/go-mod.ts';
import { gradle } from './manifests/gradle.ts';
import { packageJson } from './manifests/package-json.ts';
import { pomXml } from './manifests/pom-xml.ts';
import { pyproject } from './manifests/pyproject.ts';
import { requirements } from './manifests/requirements.ts';

/** A new manifest or language is a file and a line here. */
const sources: readonly LibrarySource[] = [
  packageJson,
  pyproject,
  requirements,
  cargoToml,
  goMod,
  pomXml,
  gradle,
  javascriptImports,
  pythonImports,
  goImports,
  rustImports,
  javaImports,
];

/** What a file can say of libraries; undefined for one that says nothing, and for the code of others. */
export function librarySourceOf(path: string): LibrarySource | undefined {
  return /(?:^|\/)(?:node_modules|vendor)\//.test(path) ? undefined : sources.find((source) => source.speaks(path));
}
