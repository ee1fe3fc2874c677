import { isDeepStrictEqual } from 'node:util';
import { assignHandlers } from './hook-config/assign-handlers.ts';
import { removePart } from './hook-config/edit-json.ts';
import { type FoundHandler, type HookFile, memberOf, readHookFile } from './hook-config/hook-file.ts';
import type { ConfiguredWiring, HookWire } from './hook-wire.ts';

export interface Removal {
  /** The file without the handlers; undefined where nothing else was in it. */
  text: string | undefined;
  /** Handlers that call our hook but differ from what we write, with how: they stay. */
  kept: { event: string; reason: string }[];
}

/** Takes our handlers out, and the groups, lists and `hooks` object that are empty then. `written`: the commands we wrote. */
export function removeHooks(text: string, wiring: ConfiguredWiring, written: readonly string[]): Removal {
  const kept = judged(readHookFile(text, wiring), wiring, written).flatMap(({ handler, reason }) =>
    reason === undefined ? [] : [{ event: handler.event, reason }],
  );
  const rest = removeAll(text, wiring, written);
  return { text: isStart(rest, wiring) ? undefined : rest, kept };
}

function removeAll(text: string, wiring: ConfiguredWiring, written: readonly string[]): string {
  const file = readHookFile(text, wiring);
  const target = judged(file, wiring, written).find(({ reason }) => reason === undefined);
  return target === undefined ? text : removeAll(withoutHandler(file, wiring, target.handler), wiring, written);
}

/** Whether nothing is left but what a new file of ours begins with. */
function isStart(text: string, { format }: ConfiguredWiring): boolean {
  return isDeepStrictEqual(JSON.parse(text.replace(/^\uFEFF/, '')), format.start);
}

function withoutHandler(file: HookFile, { format }: ConfiguredWiring, at: FoundHandler): string {
  const { text, root, hooks } = file;
  const groups = hooks && memberOf(hooks, at.event);
  const group = groups?.kind === 'array' ? groups.items[at.group] : undefined;
  const handlers = group?.kind === 'object' && format.grouped ? memberOf(group, 'hooks') : undefined;
  if (hooks === undefined || groups?.kind !== 'array') return text;
  if (handlers?.kind === 'array' && handlers.items.length > 1) return removePart(text, handlers, at.handler);
  if (groups.items.length > 1) return removePart(text, groups, at.group);
  if (hooks.members.length > 1) return removePart(text, hooks, indexOf(hooks.members, at.event));
  return removePart(text, root, indexOf(root.members, 'hooks'));
}

function indexOf(members: readonly { key: string }[], key: string): number {
  return members.findLastIndex((member) => member.key === key);
}

/** Every handler of ours in the order of the wires, with what somebody changed in it. */
function judged(
  file: HookFile,
  wiring: ConfiguredWiring,
  written: readonly string[],
): { handler: FoundHandler; reason: string | undefined }[] {
  return [...assignHandlers(file.handlers, wiring.wires)].flatMap(([wire, handlers]) =>
    handlers.map((handler) => ({ handler, reason: change(handler, wire, { wiring, written }) })),
  );
}

/** What somebody changed in a handler of ours; undefined where it stands as we wrote it. */
function change(
  found: FoundHandler,
  wire: HookWire,
  { wiring: { format }, written }: { wiring: ConfiguredWiring; written: readonly string[] },
): string | undefined {
  if (found.command !== wire.command && !written.includes(found.command)) return 'its command was changed';
  if (found.matcher !== wire.matcher) return 'its matcher was changed';
  const expected = format.settings(wire.timeoutSeconds);
  if (Object.entries(expected).some(([key, value]) => found.settings[key] !== value)) return 'its timeout was changed';
  const known = new Set([...Object.keys(expected), format.commandKey, ...(format.grouped ? [] : ['matcher'])]);
  const others = Object.keys(found.settings).filter((key) => !known.has(key));
  return others.length > 0 ? `it was given ${others.join(', ')}` : undefined;
}
