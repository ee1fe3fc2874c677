import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { ReportContext } from '../kind/check-kind.ts';
import type { Scope } from './run-result.ts';

/** What a rule that judges a report may know of the files. In an example, which shows a report alone, the globs say what is there. */
export function reportContext(rule: CompiledRule, { tree, paths, root, example, modifiedMs }: Scope): ReportContext {
  const inScope = paths.filter((path) => matchesGlobs(rule.files, path));
  const wanted = new Set(inScope);
  return {
    tree,
    paths: inScope,
    isFile: example === true ? (path) => tree.has(path) || matchesGlobs(rule.files, path) : (path) => tree.has(path),
    inQuestion: example === true ? (path) => matchesGlobs(rule.files, path) : (path) => wanted.has(path),
    ...(root === undefined ? {} : { root }),
    ...(modifiedMs === undefined ? {} : { modifiedMs }),
  };
}
