import { identity } from '#delivery/compare-findings.ts';
import { renderHold, renderLetGo } from '#delivery/render-moments.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { about } from './about.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import { weigh } from './tell.ts';

/**
 * Holds an agent while findings that must be mended are open in files its session changed. After `holdsAtStop` times
 * it is let go, a person is told, the spool keeps that, and the same findings do not hold it again.
 */
export function atStop(input: HookInput & { event: 'stop' }, context: HookContext): HookAnswer {
  const { settings } = context.rules;
  const ledger = ledgerOf(input, context);
  const paths = [...ledger.touched];
  if (paths.length === 0) return { kind: 'silent' };
  const look = checkWritten(paths, input.event, context);
  const { events } = weigh(look, paths, ledger);
  const open = look.findings.filter((finding) => finding.priority <= settings.holdPriority && !ledger.released.has(identity(finding)));
  const fingerprints = open.map(identity);
  const append = (...more: Parameters<typeof context.spool.append>[1]) => context.spool.append(about(input, context), [...events, ...more]);
  if (open.length === 0) {
    append({ type: 'stopped' });
    return { kind: 'silent' };
  }
  if (ledger.holds >= settings.holdsAtStop) {
    append({ type: 'released', fingerprints, reason: 'limit' });
    return { kind: 'let-go', text: renderLetGo(open, ledger.holds) };
  }
  append({ type: 'held', fingerprints, count: ledger.holds + 1 });
  return { kind: 'hold', reason: renderHold(open, { hold: ledger.holds + 1, most: settings.holdsAtStop, maxChars: settings.maxChars }) };
}
