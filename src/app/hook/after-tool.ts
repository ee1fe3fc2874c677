import { renderFindings } from '#delivery/render-findings.ts';
import { readLedger, type SessionLedger } from '#delivery/session-ledger.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { changedSince } from '#platform/changed-since.ts';
import { relativeInside } from '#platform/files.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-engine.ts';
import { about, delivery, weigh } from './tell.ts';

/** A hook that took longer would be felt; git answers in tens of milliseconds. */
const gitTimeoutMs = 1500;

/** Checks the files a tool call wrote, and says what this session has not heard yet. */
export function afterTool(input: HookInput & { event: 'post-tool' }, context: HookContext): HookAnswer {
  if (input.wrote.kind === 'shell' && isReadOnly(input.wrote.command)) return { kind: 'silent' };
  const ledger = readLedger(context.spool.read(input.session));
  const paths = writtenPaths(input, ledger, context);
  if (paths.length === 0) return { kind: 'silent' };
  const look = checkWritten(paths, input.event, context);
  const { unsaid, events } = weigh(look, paths, ledger);
  const text = say(unsaid, paths, context);
  const said = text === '' ? [] : [delivery(input.event, text, unsaid)];
  context.spool.append(about(input, context), [{ type: 'touched', paths, tool: input.tool }, ...events, ...said]);
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
}

function writtenPaths(input: HookInput & { event: 'post-tool' }, ledger: SessionLedger, context: HookContext): string[] {
  const { repository } = context;
  if (input.wrote.kind === 'paths') return input.wrote.paths.flatMap((anyPath) => relativeInside(repository.root, anyPath, input.cwd) ?? []);
  // A call whose begin was not seen (hooks wired half way through) can have written since the last thing we saw.
  const began = ledger.began.get(input.toolUseId) ?? { at: ledger.lastAt || context.now };
  return changedSince(repository, began, gitTimeoutMs);
}

function say(findings: Parameters<typeof renderFindings>[0], paths: readonly string[], context: HookContext): string {
  return renderFindings(findings, { maxChars: context.rules.settings.maxChars, seeMore: `npx tackroom check ${paths.slice(0, 5).map(quote).join(' ')}` });
}

function quote(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
