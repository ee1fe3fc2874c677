import { AgentError } from './errors.ts';
import { assignHandlers } from './hook-config/assign-handlers.ts';
import { addItem, addMember, replaceNode } from './hook-config/edit-json.ts';
import { type FoundHandler, memberOf, readHookFile } from './hook-config/hook-file.ts';
import type { HookFormat } from './hook-config/hook-format.ts';
import type { ConfiguredWiring, HookWire } from './hook-wire.ts';

/**
 * The configuration with our hooks in it. What others wrote stays character for character: our groups come last,
 * so that the positions by which Codex remembers trust in theirs do not move. A handler that calls our hook already is
 * left alone, unless its command is one that `written` says we wrote before: then it gets today's words.
 */
export function mergeHooks(text: string | undefined, wiring: ConfiguredWiring, written: readonly string[] = []): string {
  const start = text === undefined || isEmpty(text, wiring.format) ? startOf(wiring.format) : text;
  return wiring.wires.reduce((merged, wire) => mergeWire(merged, wiring, { wire, written }), start);
}

/** Where a file of its own begins with something, an empty object is not enough either. */
function isEmpty(text: string, { start }: HookFormat): boolean {
  const inside = text.replace(/^\uFEFF/, '').trim();
  return inside === '' || (Object.keys(start).length > 0 && /^\{\s*\}$/.test(inside));
}

function startOf({ start }: HookFormat): string {
  return `${JSON.stringify(start, null, 2)}\n`;
}

function mergeWire(text: string, wiring: ConfiguredWiring, about: { wire: HookWire; written: readonly string[] }): string {
  const file = readHookFile(text, wiring);
  const { wire, written } = about;
  const ours = assignHandlers(file.handlers, wiring.wires).get(wire) ?? [];
  if (ours.length > 0) {
    const stale = ours.find((handler) => handler.command !== wire.command && written.includes(handler.command));
    return stale === undefined ? text : replaceNode(text, commandNode(file.root, wiring.format, stale), wire.command);
  }
  const group = groupOf(wire, wiring.format);
  if (file.hooks === undefined) return addMember(text, file.root, { key: 'hooks', value: { [wire.event]: [group] } });
  const groups = memberOf(file.hooks, wire.event);
  if (groups?.kind === 'array') return addItem(text, groups, group);
  return addMember(text, file.hooks, { key: wire.event, value: [group] });
}

function groupOf(wire: HookWire, { grouped, commandKey, settings }: HookFormat): unknown {
  const { type, ...others } = settings(wire.timeoutSeconds);
  const handler = { ...(type === undefined ? {} : { type }), [commandKey]: wire.command, ...others };
  const matcher = wire.matcher === undefined ? {} : { matcher: wire.matcher };
  return grouped ? { ...matcher, hooks: [handler] } : { ...matcher, ...handler };
}

function commandNode(root: Parameters<typeof memberOf>[0], { grouped, commandKey }: HookFormat, at: FoundHandler) {
  const path = ['hooks', at.event, at.group, ...(grouped ? ['hooks', at.handler] : []), commandKey];
  return (
    path.reduce<ReturnType<typeof memberOf>>((node, key) => {
      if (node?.kind === 'object' && typeof key === 'string') return memberOf(node, key);
      return node?.kind === 'array' && typeof key === 'number' ? node.items[key] : undefined;
    }, root) ?? missing(path)
  );
}

function missing(path: readonly (string | number)[]): never {
  throw new AgentError(`There is no value at ${path.join('.')}.`, { code: 'no-such-value', facts: { path } });
}
