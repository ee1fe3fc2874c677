import type { Priority } from '#kernel/records/priority.ts';
import type { BaselineWish } from '../baseline/baseline-wish.ts';
import type { CheckScope } from './open-scope.ts';

export interface CheckRequest {
  cwd: string;
  /** Files and folders relative to `cwd`; none: all. */
  paths: readonly string[];
  scope: CheckScope;
  /** Findings below it are counted and not reported; default: the threshold of the harness. */
  priority?: Priority;
  /** Says where what earlier checks found is kept (absent: nothing is), and what programs that guardrails run get the harmless part of. */
  env?: Readonly<Record<string, string | undefined>>;
  /** What to do with the baseline besides heeding it. */
  baseline?: BaselineWish;
  /** Called when a file is about to be looked at. */
  onFile?(about: { done: number; total: number }): void;
}
