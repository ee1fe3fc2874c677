import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import { matchesGlobs, mayBreakRule } from '../../may-break.ts';
import type { Scope } from '../../run/run-result.ts';
import { astLanguageOf } from '../ast-language.ts';
import { isMinified } from '../is-minified.ts';
import { bulkLanguages } from './cli-rules.ts';
import { findCli } from './find-cli.ts';
import { type FilePairs, findPairs } from './pair-finder.ts';

/** For fewer files the library is done before the other program has read its rules. */
const fewestFiles = 150;

/**
 * Where many files are to be searched: which ast rules find something in which of them, so that the library, which says
 * what and where, has to look at these alone. A file that is missing in the answer was not looked at. Undefined where the
 * command line is not there, or not worth its start.
 */
export async function searchInBulk(
  { rules }: CompiledRules,
  scope: Scope,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, FilePairs> | undefined> {
  const { root } = scope;
  const ast = rules.filter(({ check }) => check.kind === 'ast');
  if (root === undefined || scope.onDisk !== true || ast.length === 0) return undefined;
  const unknown = scope.paths.filter((path) => bulkLanguages.includes(astLanguageOf(path) ?? '') && scope.memory?.knows(path) !== true);
  const cli = unknown.length < fewestFiles ? undefined : findCli();
  if (cli === undefined) return undefined;
  const paths: string[] = [];
  for (const [index, path] of unknown.entries()) {
    if (isWorthAsking(path, scope.tree.read(path), ast)) paths.push(path);
    if (index % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return paths.length < fewestFiles ? undefined : findPairs(cli, { root, paths, rules: ast }, signal);
}

/**
 * The command line passes over what it cannot decode, and heeds comments of its own. Such files, and those that no rule
 * can find anything in, are left to the library.
 */
function isWorthAsking(path: string, text: string | undefined, rules: readonly CompiledRule[]): boolean {
  if (text === undefined || text.includes('\uFFFD') || text.includes('ast-grep-ignore') || isMinified(text)) return false;
  return rules.some((rule) => matchesGlobs(rule.files, path) && mayBreakRule(rule, text));
}
