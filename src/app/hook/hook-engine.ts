import type { ParsingAhead } from '#guardrails/parse-ahead.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import type { Spool } from '#platform/state/spool.ts';
import type { Edit } from './look-at-edit.ts';

/** Everything a moment needs, found out once. */
export interface HookContext {
  repository: Repository;
  rules: HookRules;
  spool: Spool;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** After an edit tool only. */
  edit?: Edit | undefined;
  /** Its file as it is being parsed meanwhile. */
  ahead?: ParsingAhead | undefined;
}

/** A heavy half of the hook, loaded only when there is something to look at: one for edits, and one that knows everything. */
export interface HookEngine {
  answer(input: HookInput, context: HookContext): HookAnswer | Promise<HookAnswer>;
}

/** The slow half, loaded only when pages or engine have changed. */
export interface HookCompiler {
  compileHookRules(root: string, stamp: string): HookRules;
}
