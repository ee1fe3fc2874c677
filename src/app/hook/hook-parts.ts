import type { ParsingAhead } from '#guardrails/parse-ahead.ts';
import type { GuidanceIndex } from '#kernel/records/guidance.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import type { Spool } from '#platform/state/spool.ts';
import type { Edit } from './look-at-edit.ts';

/** The parts of a hook that are loaded when they are needed, each the heavier the rarer: most calls need none of them. */
export interface HookParts {
  /** Looks at edits that rules of light kinds judge, the calls an agent waits for most often. */
  edit(input: HookInput, context: HookContext): Promise<HookAnswer>;
  /** Knows what bears on a task or an edit before it is done. */
  guide(input: HookInput, context: HookContext): Promise<HookAnswer>;
  /** Knows every moment and every kind. */
  engine(input: HookInput, context: HookContext): Promise<HookAnswer>;
  /** Turns pages into rules; needed only when pages or engine have changed. */
  compile(root: string, about: { stamp: string; installed: string }): Promise<HookRules>;
  /** Turns pages into guidance; needed only when one of them has changed. */
  compileGuidance(root: string, stamp: string): Promise<GuidanceIndex>;
  /** Knows the ticket that a session works on. */
  ticketBrief(cwd: string, env: HookPlace['env']): Promise<string | undefined>;
}

/** Where a call comes from, and where its things are. */
export interface HookPlace {
  repository: Repository;
  engine: Engine;
  /** The repository's state folder. */
  state: string;
  parts: HookParts;
  /** Milliseconds since the Unix epoch. */
  now: number;
  env: Readonly<Record<string, string | undefined>>;
  /** Names this call. A second attempt at it has the same. */
  call: string;
  /** Where the process answers more than one call. */
  memory?: HookMemory | undefined;
}

/** What a process that answers many calls keeps of each worktree, by its real path. All of it has a stamp to be checked by. */
export interface HookMemory {
  rules: Map<string, HookRules>;
  guidance: Map<string, GuidanceIndex>;
}

/** Everything a moment needs, found out once. */
export interface HookContext {
  repository: Repository;
  rules: HookRules;
  /** What can be said before an agent errs; read where a moment needs it. */
  guidance(): Promise<GuidanceIndex>;
  /** What a session hears of its ticket; undefined where there is none. */
  ticket(): Promise<string | undefined>;
  spool: Spool;
  /** Milliseconds since the Unix epoch. */
  now: number;
  call: string;
  /** After an edit tool only. */
  edit?: Edit | undefined;
  /** Its file as it is being parsed meanwhile. */
  ahead?: ParsingAhead | undefined;
}
