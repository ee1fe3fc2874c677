import type { BaselinePlace } from './baseline-place.ts';
import type { BaselineWish } from './baseline-wish.ts';
import type { BaseBaseline } from './limit-growth.ts';
import { openBase } from './open-base.ts';
import { type OpenBaseline, openBaseline } from './open-baseline.ts';

/** The baseline, and that of the commit which it may not outgrow; without one, neither is needed. */
export interface OpenBaselines {
  open: OpenBaseline;
  base: BaseBaseline | undefined;
}

/** Git is asked several times; what rules find meanwhile does not matter to it. */
export async function openBaselines(place: BaselinePlace, wish: BaselineWish, signal?: AbortSignal): Promise<OpenBaselines> {
  const open = await openBaseline(place, signal);
  const isNeeded = (open.exists || wish.update) && !wish.allowGrowth;
  const base = isNeeded ? await openBase(place, signal) : undefined;
  return { open, base: base ?? (isNeeded && wish.update && open.exists ? notYetCommitted(open) : undefined) };
}

/** Written and not yet committed: what it holds was agreed to, and what came since was not. */
function notYetCommitted({ entries, renames }: OpenBaseline): BaseBaseline {
  return { entries, guardrails: new Set(entries.map(({ guardrail }) => guardrail)), renames };
}
