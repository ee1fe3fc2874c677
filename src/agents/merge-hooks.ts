import { AgentError } from './errors.ts';
import { addItem, addMember, replaceNode } from './hook-config/edit-json.ts';
import { memberOf, readHookFile } from './hook-config/hook-file.ts';
import type { AgentWiring, HookWire } from './hook-wire.ts';

/**
 * The configuration with our hooks in it. What others wrote stays character for character: our groups come last,
 * so that the positions by which Codex remembers trust in theirs do not move. A handler that calls our hook already is
 * left alone, unless its command is one that `written` says we wrote before: then it gets today's words.
 */
export function mergeHooks(text: string | undefined, wiring: AgentWiring, written: readonly string[] = []): string {
  const start = text === undefined || text.replace(/^\uFEFF/, '').trim() === '' ? '{}\n' : text;
  return wiring.wires.reduce((merged, wire) => mergeWire(merged, wiring, { wire, written }), start);
}

function mergeWire(text: string, wiring: AgentWiring, about: { wire: HookWire; written: readonly string[] }): string {
  const file = readHookFile(text, wiring);
  const { wire, written } = about;
  const ours = file.handlers.filter((handler) => handler.moment === wire.moment);
  if (ours.length > 0) {
    const stale = ours.find((handler) => handler.command !== wire.command && written.includes(handler.command));
    return stale === undefined ? text : replaceNode(text, commandNode(file.root, stale), wire.command);
  }
  const group = groupOf(wire);
  if (file.hooks === undefined) return addMember(text, file.root, { key: 'hooks', value: { [wire.event]: [group] } });
  const groups = memberOf(file.hooks, wire.event);
  if (groups?.kind === 'array') return addItem(text, groups, group);
  return addMember(text, file.hooks, { key: wire.event, value: [group] });
}

function groupOf(wire: HookWire): unknown {
  const handler = { type: 'command', command: wire.command, timeout: wire.timeoutSeconds };
  return wire.matcher === undefined ? { hooks: [handler] } : { matcher: wire.matcher, hooks: [handler] };
}

function commandNode(root: Parameters<typeof memberOf>[0], at: { event: string; group: number; handler: number }) {
  const path = ['hooks', at.event, at.group, 'hooks', at.handler, 'command'];
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
