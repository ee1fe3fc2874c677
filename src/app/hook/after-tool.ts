import { claimKeys, keepWon } from '#delivery/claims.ts';
import { compareFindings, comparisonEvents } from '#delivery/compare-findings.ts';
import { renderFindings } from '#delivery/render-findings.ts';
import { readLedger, type SessionLedger } from '#delivery/session-ledger.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { relativeInside } from '#platform/files/read-inside.ts';
import { changedSince } from '#platform/git/changed-since.ts';
import { about } from './about.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-engine.ts';
import { delivery } from './tell.ts';

/** A hook that took longer would be felt; git answers in tens of milliseconds. */
const gitTimeoutMs = 1500;

/** Checks the files a tool call wrote, and says what this session has not heard yet. */
export function afterTool(input: HookInput & { event: 'post-tool' }, context: HookContext): HookAnswer {
  if (input.wrote.kind === 'shell' && isReadOnly(input.wrote.command)) return { kind: 'silent' };
  const append = (...events: SpoolEvent[]) => context.spool.append(about(input, context), events);
  const ledger = readLedger(context.spool.read(input.session));
  const paths = writtenPaths(input, ledger, context);
  if (paths.length === 0) return { kind: 'silent' };
  const look = checkWritten(paths, input.event, context);
  const comparison = compareFindings(look.findings, paths, ledger);
  const keys = claimKeys(comparison);
  const call = `${input.toolUseId}:${process.pid}`;
  const claim: SpoolEvent[] = keys.length === 0 ? [] : [{ type: 'claim', call, keys }];
  append({ type: 'touched', paths, tool: input.tool }, ...look.faults, ...claim);
  if (keys.length === 0) return { kind: 'silent' };
  const won = keepWon(comparison, call, readLedger(context.spool.read(input.session)));
  const text = say(won.unsaid, paths, context);
  append(...comparisonEvents(won), ...(text === '' ? [] : [delivery(input.event, text, won.unsaid)]));
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
}

function writtenPaths(input: HookInput & { event: 'post-tool' }, ledger: SessionLedger, context: HookContext): string[] {
  const { repository } = context;
  if (input.wrote.kind === 'paths')
    return input.wrote.paths.flatMap((anyPath) => relativeInside(repository.root, anyPath, input.cwd) ?? []);
  // A call whose begin was not seen (hooks wired half way through) can have written since the last thing we saw.
  const began = ledger.began.get(input.toolUseId) ?? { at: ledger.lastAt || context.now };
  return changedSince(repository, began, gitTimeoutMs);
}

function say(findings: Parameters<typeof renderFindings>[0], paths: readonly string[], context: HookContext): string {
  return renderFindings(findings, {
    maxChars: context.rules.settings.maxChars,
    seeMore: `npx tackroom check ${paths.slice(0, 5).map(quote).join(' ')}`,
  });
}

function quote(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
