import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { KindRunners } from '../kind/check-kind.ts';
import { mayBreakRule } from '../may-break.ts';

/**
 * Files in which the rules that look at one file at a time can find nothing, told when their text was at hand. `ast` rules
 * are not among them: whoever searches for those in many files tells by itself.
 */
export class QuietFiles {
  readonly #rules: readonly CompiledRule[];
  readonly #ids: ReadonlySet<string>;
  readonly #paths = new Set<string>();

  constructor({ rules }: CompiledRules, runners: KindRunners) {
    this.#rules = rules.filter((rule) => {
      const ofKind = runners[rule.check.kind];
      return rule.check.kind !== 'ast' && (ofKind?.byFile?.(rule) ?? ofKind)?.scope === 'file';
    });
    this.#ids = new Set(this.#rules.map(({ id }) => id));
  }

  hear(path: string, text: string): void {
    const mayBreak = this.#rules.some((rule) => matchesGlobs(rule.files, path) && mayBreakRule(rule, text));
    if (!mayBreak) this.#paths.add(path);
  }

  has({ id }: CompiledRule, path: string): boolean {
    return this.#paths.has(path) && this.#ids.has(id);
  }
}
