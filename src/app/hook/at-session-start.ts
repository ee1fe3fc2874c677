import { renderBrief, renderStillOpen } from '#delivery/render-moments.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { readHead } from '#platform/git/read-head.ts';
import { about } from './about.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import { sayAgain } from './say-guidance.ts';
import { delivery, weigh } from './tell.ts';

/**
 * At the start: what this repository holds an agent to. After a compaction also what is still open in the files the
 * session wrote, and the guidance it was given: compaction forgets what was said. A resumed session hears only what it was not told before.
 */
export async function atSessionStart(input: HookInput & { event: 'session-start' }, context: HookContext): Promise<HookAnswer> {
  const { compiled, settings, problems } = context.rules;
  if (compiled.rules.length === 0 && problems === 0) return { kind: 'silent' };
  const ledger = ledgerOf(input, context);
  const paths = [...ledger.touched];
  const look = checkWritten(paths, input.event, context);
  const { unsaid, events } = weigh(look, paths, ledger);
  const denies = compiled.rules.filter((rule) => rule.check.kind === 'command').length;
  const resumed = input.source === 'resume' && ledger.lastAt > 0; // its context still holds what was said
  const open = resumed ? unsaid : look.findings;
  const said = resumed
    ? renderStillOpen(open, settings.maxChars)
    : renderBrief({ guardrails: compiled.rules.length, denies, problems, open, maxChars: settings.maxChars });
  const head = readHead(context.repository);
  const began = { type: 'session' as const, source: input.source, worktree: context.repository.root };
  context.spool.append(about(input, context), [
    head === undefined ? began : { ...began, head },
    ...events,
    ...(said === '' ? [] : [delivery(input.event, said, { findings: open })]),
  ]);
  const ticket = await ticketOf(input, context);
  const again = input.source === 'compact' ? await sayAgain(input, context) : '';
  const text = [said, ticket, again].filter((part) => part !== '').join('\n');
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
}

/** A tracker that cannot be read keeps nobody from working. */
async function ticketOf(input: HookInput & { event: 'session-start' }, context: HookContext): Promise<string> {
  if (input.source === 'resume' || input.subagent !== undefined) return '';
  try {
    return (await context.ticket()) ?? '';
  } catch (error) {
    const message = `the ticket of this session: ${error instanceof Error ? error.message : String(error)}`;
    context.spool.append(about(input, context), [{ type: 'fault', moment: input.event, message: message.slice(0, 500) }]);
    return '';
  }
}
