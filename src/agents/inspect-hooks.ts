import { assignHandlers } from './hook-config/assign-handlers.ts';
import { type FoundHandler, readHookFile } from './hook-config/hook-file.ts';
import type { AgentWiring, HookWire } from './hook-wire.ts';

/** A hook we expect, and the handlers that are there for it. */
export interface WireState {
  wire: HookWire;
  handlers: FoundHandler[];
}

/** What of our wiring a configuration holds; without a file, nothing. A plugin of ours serves every wire. */
export function inspectHooks(text: string | undefined, wiring: AgentWiring): WireState[] {
  if (wiring.format === 'plugin') return wiring.wires.map((wire) => ({ wire, handlers: text === undefined ? [] : [calledBy(wire)] }));
  const assigned = assignHandlers(text === undefined ? [] : readHookFile(text, wiring).handlers, wiring.wires);
  return wiring.wires.map((wire) => ({ wire, handlers: assigned.get(wire) ?? [] }));
}

function calledBy({ moment, event, command }: HookWire): FoundHandler {
  return { moment, event, command, group: 0, handler: 0, settings: {} };
}
