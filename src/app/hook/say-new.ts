import { claimKeys, keepWon } from '#delivery/claims.ts';
import { compareFindings, comparisonEvents } from '#delivery/compare-findings.ts';
import { harnessRemarks, renderRemarks, unsaidRemarks } from '#delivery/remark.ts';
import { renderFindings } from '#delivery/render-findings.ts';
import type { SessionLedger } from '#delivery/session-ledger.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { about } from './about.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import type { Look } from './look.ts';
import { delivery } from './tell.ts';

/** The spool learns that files were written. */
export function noteTouched(input: HookInput & { event: 'post-tool' }, paths: readonly string[], context: HookContext): void {
  context.spool.append(about(input, context), [{ type: 'touched', paths: [...paths], tool: input.tool }]);
}

/** Says what a look at written files has found and this session was not told; the spool learns of that too. */
export function sayNew(
  input: HookInput & { event: 'post-tool' },
  { paths, look, ledger }: { paths: readonly string[]; look: Look; ledger: SessionLedger },
  context: HookContext,
): HookAnswer {
  const append = (...events: SpoolEvent[]) => context.spool.append(about(input, context), events);
  const comparison = compareFindings(look.findings, paths, ledger);
  const remarks = unsaidRemarks([...harnessRemarks(paths, context.rules.mistakes), ...look.remarks], ledger);
  const keys = [...claimKeys(comparison), ...remarks.map(({ key }) => `say:${key}`)];
  const { call } = context;
  const claim: SpoolEvent[] = keys.length === 0 ? [] : [{ type: 'claim', call, keys }];
  append(...look.faults, ...claim);
  if (keys.length === 0) return { kind: 'silent' };
  const since = ledgerOf(input, context);
  const won = keepWon(comparison, call, since);
  const mine = remarks.filter(({ key }) => since.claims.get(`say:${key}`)?.call === call);
  const text = [say(won.unsaid, paths, context), renderRemarks(mine)].filter((part) => part !== '').join('\n');
  append(
    ...comparisonEvents(won),
    ...(text === '' ? [] : [delivery(input.event, text, { findings: won.unsaid, keys: mine.map(({ key }) => key) })]),
  );
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
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
