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
  return { open, base: isNeeded ? await openBase(place, signal) : undefined };
}
