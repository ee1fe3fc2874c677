import { readLedger, type SessionLedger } from '#delivery/session-ledger.ts';
import type { HookInput } from '#kernel/records/hook.ts';
import type { HookContext } from './hook-parts.ts';

/** What the session that calls has done and was told, as the spool has it now. */
export function ledgerOf(input: HookInput, { spool }: Pick<HookContext, 'spool'>): SessionLedger {
  return readLedger(spool.read(input.session), input.subagent);
}
