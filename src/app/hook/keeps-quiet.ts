import { isHarnessPath } from '#delivery/remark.ts';
import { mayConcern } from '#guardrails/may-concern.ts';
import type { HookInput } from '#kernel/records/hook.ts';
import { readHead } from '#platform/git/read-head.ts';
import { about } from './about.ts';
import type { HookContext } from './hook-parts.ts';
import type { Edit } from './look-at-edit.ts';

/**
 * The common case, decided without loading the engine: an edit that no rule can find anything in, or a command no rule
 * speaks of. It leaves in the spool what later moments need to know, and returns true when all is said.
 */
export function keepsQuiet(input: HookInput, context: HookContext): boolean {
  if (input.event === 'pre-tool' && input.intent.kind === 'shell') return isPlainCommand(input, input.intent.command, context);
  if (input.event === 'post-tool' && context.edit !== undefined) return isPlainEdit(input, context.edit, context);
  return false;
}

function isPlainCommand(input: HookInput & { event: 'pre-tool' }, command: string, context: HookContext): boolean {
  const head = readHead(context.repository);
  const began = { type: 'tool' as const, toolUseId: input.toolUseId, tool: input.tool };
  context.spool.append(about(input, context), [head === undefined ? began : { ...began, head }]);
  return !mayConcern(context.rules.compiled.rules, command);
}

function isPlainEdit(input: HookInput & { event: 'post-tool' }, { rules, texts }: Edit, context: HookContext): boolean {
  const paths = [...texts.keys()];
  if (rules.length > 0 || paths.some(isHarnessPath) || hadHits(input.session, paths, context)) return false;
  if (paths.length > 0) context.spool.append(about(input, context), [{ type: 'touched', paths, tool: input.tool }]);
  return true;
}

/** A file that had findings may have lost them by this edit: the engine has to look. */
function hadHits(session: string, paths: string[], context: HookContext): boolean {
  return context.spool.mentions(
    session,
    paths.map((path) => `"path":${JSON.stringify(path)}`),
  );
}
