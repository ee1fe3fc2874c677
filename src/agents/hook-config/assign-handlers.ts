import type { HookWire } from '../hook-wire.ts';
import type { FoundHandler } from './hook-file.ts';

/**
 * Which of our handlers serves which wire. Two wires of one event differ in their matchers; a handler whose matcher somebody changed
 * serves the first of them that none serves yet.
 */
export function assignHandlers(handlers: readonly FoundHandler[], wires: readonly HookWire[]): Map<HookWire, FoundHandler[]> {
  const assigned = new Map(wires.map((wire): [HookWire, FoundHandler[]] => [wire, []]));
  const exact = (handler: FoundHandler) => wires.find((wire) => isOf(handler, wire) && wire.matcher === handler.matcher);
  for (const handler of handlers) {
    const wire = exact(handler);
    if (wire !== undefined) assigned.get(wire)?.push(handler);
  }
  for (const handler of handlers.filter((one) => exact(one) === undefined)) {
    const possible = wires.filter((wire) => isOf(handler, wire));
    const free = possible.find((wire) => assigned.get(wire)?.length === 0) ?? possible[0];
    if (free !== undefined) assigned.get(free)?.push(handler);
  }
  return assigned;
}

function isOf(handler: FoundHandler, wire: HookWire): boolean {
  return handler.moment === wire.moment && handler.event === wire.event;
}
