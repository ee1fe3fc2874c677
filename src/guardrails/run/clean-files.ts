import { groupBy } from '#kernel/group-by.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledGlobs, CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { FileRule } from './file-batches.ts';
import type { Remembered, Scope } from './run-result.ts';

export const nothingFound: Remembered = { findings: [], suppressed: [], allows: [], notes: [], replacements: [], looked: true };

/** Files of which it is known before any rule is run on them that some are for them, and find nothing: most of many. */
export class CleanFiles {
  readonly #scope: Scope;
  /** Rules for the same files; `ast` rules are told of by whoever searched ahead. */
  readonly #groups: readonly { files: CompiledGlobs; others: readonly CompiledRule[] }[];

  constructor(rules: readonly Pick<FileRule, 'rule'>[], scope: Scope) {
    this.#scope = scope;
    const all = rules.map(({ rule }) => rule);
    this.#groups = [...groupBy(all, ({ files }) => JSON.stringify(files)).values()].flatMap((group) =>
      group.slice(0, 1).map(({ files }) => ({ files, others: group.filter(({ check }) => check.kind !== 'ast') })),
    );
  }

  has(path: string): boolean {
    const { quiet, searched } = this.#scope;
    const told = searched?.get(path);
    if (told === undefined || told.allows || told.lost || told.hits.size > 0 || told.open.size > 0) return false;
    const own = this.#groups.filter(({ files }) => matchesGlobs(files, path));
    return own.length > 0 && own.every(({ others }) => others.every((rule) => quiet?.has(rule, path) === true));
  }
}
