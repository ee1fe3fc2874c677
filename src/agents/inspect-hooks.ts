import { type FoundHandler, readHookFile } from './hook-config/hook-file.ts';
import type { AgentWiring, HookWire } from './hook-wire.ts';

/** A hook we expect, and the handlers that are there for it. */
export interface WireState {
  wire: HookWire;
  handlers: FoundHandler[];
}

/** What of our wiring a configuration holds; without a file, nothing. */
export function inspectHooks(text: string | undefined, wiring: AgentWiring): WireState[] {
  const handlers = text === undefined ? [] : readHookFile(text, wiring).handlers;
  return wiring.wires.map((wire) => ({ wire, handlers: handlers.filter((found) => found.moment === wire.moment) }));
}
