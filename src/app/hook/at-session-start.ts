import { renderBrief } from '#delivery/render-moments.ts';
import { readLedger } from '#delivery/session-ledger.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { readHead } from '#platform/read-head.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-engine.ts';
import { about, delivery, weigh } from './tell.ts';

/**
 * At the start: what this repository holds an agent to. After a compaction or a resume also what is still open in the
 * files the session wrote: compaction forgets what was said.
 */
export function atSessionStart(input: HookInput & { event: 'session-start' }, context: HookContext): HookAnswer {
  const { compiled, settings, problems } = context.rules;
  if (compiled.rules.length === 0 && problems === 0) return { kind: 'silent' };
  const ledger = readLedger(context.spool.read(input.session));
  const paths = [...ledger.touched];
  const look = checkWritten(paths, input.event, context);
  const { events } = weigh(look, paths, ledger);
  const denies = compiled.rules.filter((rule) => rule.check.kind === 'command').length;
  const text = renderBrief({ guardrails: compiled.rules.length, denies, problems, open: look.findings, maxChars: settings.maxChars });
  const head = readHead(context.repository);
  const began = { type: 'session' as const, source: input.source, worktree: context.repository.root };
  context.spool.append(about(input, context), [head === undefined ? began : { ...began, head }, ...events, delivery(input.event, text, look.findings)]);
  return { kind: 'context', text };
}
