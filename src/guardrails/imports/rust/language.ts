import type { Tree } from '../../tree.ts';
import type { ImportEdge, ImportLanguage, ImportReader, ImportSite } from '../language.ts';
import { rememberingTree } from '../remembering-tree.ts';
import { PathResolver, type RustPlace } from './path-resolver.ts';
import type { RustPath } from './rust-file.ts';

/** Rust: modules a file is made of, and paths to what lies in other files and crates. */
export const rust: ImportLanguage = {
  name: 'rust',
  speaks: (path) => path.endsWith('.rs'),
  reader: importReader,
};

function importReader(tree: Tree): ImportReader {
  const paths = new PathResolver(rememberingTree(tree));
  return {
    read: (file) => {
      const place = paths.placeOf(file);
      return [...partEdges(paths, place), ...useEdges(paths, place)].sort((left, right) => left.site.start - right.site.start);
    },
  };
}

/** `mod x;`: the file is a part of the module, wherever it lies. */
function partEdges(paths: PathResolver, place: RustPlace): ImportEdge[] {
  const { modules } = paths.modules.file(place.module.file);
  return modules
    .filter((item) => !item.inline)
    .flatMap((item) => {
      const parent = item.scope.reduce((module, name) => paths.modules.child(module, name) ?? module, place.module);
      const site = { specifier: item.name, start: item.start, end: item.end };
      return paths.modules
        .moduleOf(parent, item)
        .map(({ file }): ImportEdge => ({ site, target: { kind: 'file', path: file, names: [] }, part: true }));
    });
}

/** One edge a target for each `use`; paths in code count where no edge leads there yet. */
function useEdges(paths: PathResolver, place: RustPlace): ImportEdge[] {
  const { uses } = paths.modules.file(place.module.file);
  const told = new Set<string>();
  const sites = new Map<string, ImportSite>();
  return [...uses.filter(isStatement), ...uses.filter((use) => !isStatement(use))].flatMap((use): ImportEdge[] => {
    const target = paths.resolve(place, use);
    // What a file takes from itself, by way of an inline module or of its own crate's name, is no import.
    if (target === undefined || (target.kind === 'file' && target.path === place.module.file)) return [];
    const what = target.kind === 'file' ? target.path : use.segments.join('::');
    const key = isStatement(use) ? `${use.statement} ${what}` : what;
    if (told.has(key)) return [];
    told.add(key).add(what);
    return [{ site: target.kind === 'file' ? siteOf(use) : crateSite(sites, use), target }];
  });
}

function isStatement(use: RustPath): boolean {
  return use.statement !== undefined;
}

function siteOf({ segments, start, end }: RustPath): ImportSite {
  return { specifier: segments.join('::'), start, end };
}

/** `use serde::{Deserialize, Serialize}` is one import. */
function crateSite(sites: Map<string, ImportSite>, use: RustPath): ImportSite {
  const key = `${use.statement} ${use.segments[0]}`;
  const site = (isStatement(use) ? sites.get(key) : undefined) ?? siteOf(use);
  sites.set(key, site);
  return site;
}
