import { removePart } from './hook-config/edit-json.ts';
import { type HookFile, memberOf, readHookFile } from './hook-config/hook-file.ts';
import type { AgentWiring, HookWire } from './hook-wire.ts';

export interface Removal {
  /** The file without the handlers; undefined where nothing else was in it. */
  text: string | undefined;
  /** Handlers that call our hook but differ from what we write, with how: they stay. */
  kept: { event: string; reason: string }[];
}

/** Takes our handlers out, and the groups, lists and `hooks` object that are empty then. `written`: the commands we wrote. */
export function removeHooks(text: string, wiring: AgentWiring, written: readonly string[]): Removal {
  const kept = wiring.wires.flatMap((wire) => keptHandlers(readHookFile(text, wiring), wire, written));
  const rest = wiring.wires.reduce((left, wire) => removeWire(left, wiring, { wire, written }), text);
  return { text: /^\uFEFF?\s*\{\s*\}\s*$/.test(rest) ? undefined : rest, kept };
}

function removeWire(text: string, wiring: AgentWiring, about: { wire: HookWire; written: readonly string[] }): string {
  const file = readHookFile(text, wiring);
  const target = file.handlers.find(
    (found) => found.moment === about.wire.moment && change(found, about.wire, about.written) === undefined,
  );
  if (target === undefined) return text;
  return removeWire(withoutHandler(file, target), wiring, about);
}

function withoutHandler(file: HookFile, at: { event: string; group: number; handler: number }): string {
  const { text, root, hooks } = file;
  const groups = hooks && memberOf(hooks, at.event);
  const group = groups?.kind === 'array' ? groups.items[at.group] : undefined;
  const handlers = group?.kind === 'object' ? memberOf(group, 'hooks') : undefined;
  if (hooks === undefined || groups?.kind !== 'array' || handlers?.kind !== 'array') return text;
  if (handlers.items.length > 1) return removePart(text, handlers, at.handler);
  if (groups.items.length > 1) return removePart(text, groups, at.group);
  if (hooks.members.length > 1) return removePart(text, hooks, indexOf(hooks.members, at.event));
  return removePart(text, root, indexOf(root.members, 'hooks'));
}

function indexOf(members: readonly { key: string }[], key: string): number {
  return members.findLastIndex((member) => member.key === key);
}

function keptHandlers(file: HookFile, wire: HookWire, written: readonly string[]): Removal['kept'] {
  return file.handlers
    .filter((found) => found.moment === wire.moment)
    .flatMap((found) => {
      const reason = change(found, wire, written);
      return reason === undefined ? [] : [{ event: found.event, reason }];
    });
}

/** What somebody changed in a handler of ours; undefined where it stands as we wrote it. */
function change(found: HookFile['handlers'][number], wire: HookWire, written: readonly string[]): string | undefined {
  if (found.command !== wire.command && !written.includes(found.command)) return 'its command was changed';
  if (found.matcher !== wire.matcher) return 'its matcher was changed';
  const { type, command: _, timeout, ...others } = found.settings;
  if (type !== 'command' || timeout !== wire.timeoutSeconds) return 'its timeout was changed';
  return Object.keys(others).length > 0 ? `it was given ${Object.keys(others).join(', ')}` : undefined;
}
