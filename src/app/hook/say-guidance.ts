import type { Occasion } from '#delivery/guidance-occasion.ts';
import { renderPacket } from '#delivery/render-packet.ts';
import { type Candidate, type Choice, dueGuidance, recallGuidance, selectGuidance } from '#delivery/select-guidance.ts';
import type { Weighed } from '#kernel/records/guidance.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { runLimited } from '#platform/process/run-limited.ts';
import { about as author } from './about.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';

interface Moment {
  /** What the packet says it is about. */
  lead: string;
  /** What tells this call from others that run beside it. */
  call: string;
}

/** A sign is an expression that a person wrote: one that takes for ever must not hold an agent up. */
const limitMs = 1_000;

/** Of what was held back, so much is kept for who asks why. */
const mostHeld = 8;

/** Says what bears on an occasion and does not stand in the context window yet. */
export async function sayGuidance(input: HookInput, moment: Moment & { occasion: Occasion }, context: HookContext): Promise<HookAnswer> {
  const index = await context.guidance();
  const select = () => selectGuidance(index, moment.occasion, ledgerOf(input, context));
  const text = say(runLimited(select, { limitMs, what: 'Looking for the signs of pages' }), { input, moment }, context);
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
}

/** Says what did not fit in at an earlier moment. */
export async function sayDue(input: HookInput & { event: 'post-tool' }, context: HookContext): Promise<HookAnswer> {
  const index = await context.guidance();
  const moment = { lead: 'also, of what you do', call: input.toolUseId };
  const text = say(dueGuidance(index, ledgerOf(input, context)), { input, moment }, context);
  return text === '' ? { kind: 'silent' } : { kind: 'context', text };
}

/** Says again what a session was told before its context was compacted. */
export async function sayAgain(input: HookInput, context: HookContext): Promise<string> {
  const index = await context.guidance();
  const moment = { lead: 'still in force', call: 'again' };
  return say(recallGuidance(index, ledgerOf(input, context)), { input, moment }, context);
}

/** Calls that run side by side claim first and look again, so that nothing is said twice (see `claims.ts`). */
function say({ said, held }: Choice, about: { input: HookInput; moment: Moment }, context: HookContext): string {
  if (said.length + held.length === 0) return '';
  const { input, moment } = about;
  const won = said.length === 0 ? [] : claimItems(said, { input, call: `${moment.call}:${context.call}` }, context);
  const items = won.map(({ item }) => item);
  const text = renderPacket(items, moment.lead);
  const weighed: SpoolEvent = {
    type: 'weighed',
    moment: input.event,
    about: moment.lead,
    said: won.map(toWeighed),
    held: held.slice(0, mostHeld),
  };
  const delivered = text === '' ? [] : [deliveryOf(won, { moment: input.event, text })];
  context.spool.append(author(input, context), [weighed, ...delivered]);
  return text;
}

function deliveryOf(won: readonly Candidate[], { moment, text }: { moment: string; text: string }): SpoolEvent {
  return {
    type: 'delivery',
    moment,
    fingerprints: won.map(({ key }) => key),
    text,
    guardrails: [],
    items: won.map(({ item }) => item.id),
    tokens: won.reduce((sum, { item }) => sum + item.tokens, 0),
  };
}

function claimItems(said: readonly Candidate[], { input, call }: { input: HookInput; call: string }, context: HookContext): Candidate[] {
  const keys = said.map(({ key }) => `say:${key}`);
  context.spool.append(author(input, context), [{ type: 'claim', call, keys }]);
  const { claims } = ledgerOf(input, context);
  return said.filter((_, index) => claims.get(keys[index] ?? '')?.call === call);
}

function toWeighed({ item, score, why }: Candidate): Weighed {
  return { item: item.id, score: Math.round(score * 100) / 100, why };
}
