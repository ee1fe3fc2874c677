import { MisuseError } from '#kernel/errors.ts';
import type { HookEvent } from '#kernel/records/hook.ts';
import { type ConfiguredWiring, callsOurHook } from '../hook-wire.ts';
import { type JsonNode, outlineJson } from './json-outline.ts';

type Branch<K extends JsonNode['kind']> = Extract<JsonNode, { kind: K }>;

/** A handler of ours and where it stands. Positions are indexes into the file's arrays. */
export interface FoundHandler {
  moment: HookEvent;
  event: string;
  /** Its group; where handlers stand each for itself, its own place. */
  group: number;
  handler: number;
  command: string;
  /** Its matcher and its other settings, as they stand. */
  matcher?: string;
  settings: Record<string, unknown>;
}

/** An agent's hook configuration, read and outlined. */
export interface HookFile {
  text: string;
  value: unknown;
  root: Branch<'object'>;
  hooks?: Branch<'object'>;
  handlers: FoundHandler[];
}

/** Reads the file and finds our handlers; a file whose shape we do not understand is an error, never a guess. */
export function readHookFile(text: string, wiring: ConfiguredWiring): HookFile {
  const value = parse(text, wiring.file);
  const root = outlineJson(text);
  if (root.kind !== 'object') throw shapeError(wiring.file, 'the file is not an object');
  const hooks = memberOf(root, 'hooks');
  if (hooks === undefined) return { text, value, root, handlers: [] };
  if (hooks.kind !== 'object') throw shapeError(wiring.file, '`hooks` is not an object');
  const events = [...new Set(wiring.wires.map(({ event }) => event))];
  for (const event of events) {
    const groups = memberOf(hooks, event);
    if (groups !== undefined && groups.kind !== 'array') throw shapeError(wiring.file, `\`hooks.${event}\` is not an array`);
  }
  return { text, value, root, hooks, handlers: events.flatMap((event) => findHandlers(value, wiring, event)) };
}

/** Value of a key; of two equal keys JSON keeps the last. */
export function memberOf(object: Branch<'object'>, key: string): JsonNode | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}

function findHandlers(file: unknown, wiring: ConfiguredWiring, event: string): FoundHandler[] {
  const { grouped, commandKey } = wiring.format;
  const moments = [...new Set(wiring.wires.flatMap((wire) => (wire.event === event ? [wire.moment] : [])))];
  return itemsOf(field(field(file, 'hooks'), event)).flatMap((group, groupIndex) =>
    (grouped ? itemsOf(field(group, 'hooks')) : [group]).flatMap((handler, handlerIndex) => {
      const command = field(handler, commandKey);
      const moment = typeof command === 'string' ? moments.find((one) => callsOurHook(command, wiring.agent, one)) : undefined;
      if (typeof command !== 'string' || moment === undefined) return [];
      const matcher = field(group, 'matcher');
      const at = { moment, event, group: groupIndex, handler: handlerIndex, command };
      return [{ ...at, settings: settingsOf(handler), ...(typeof matcher === 'string' ? { matcher } : {}) }];
    }),
  );
}

function settingsOf(handler: unknown): Record<string, unknown> {
  return { ...(handler as object) };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MisuseError(`${file} is not valid JSON: ${reason}`, {
      code: 'malformed-json',
      facts: { file },
      fix: `Nothing was changed. Mend ${file} by hand (JSON allows no comments and no trailing commas), then run the command again.`,
      cause,
    });
  }
}

function shapeError(file: string, what: string): MisuseError {
  return new MisuseError(`${file} has another shape than the agent reads: ${what}.`, {
    code: 'unknown-shape',
    facts: { file },
    fix: `Nothing was changed. Mend ${file} by hand, then run the command again.`,
  });
}
