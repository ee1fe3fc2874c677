import { createHash } from 'node:crypto';
import { parse } from 'smol-toml';
import * as z from 'zod';
import { AgentError } from './errors.ts';

/** What of Codex's configuration says whether it runs a repository's hooks. Everything else in the file is not ours to read. */
const configSchema = z.looseObject({
  projects: z.record(z.string(), z.looseObject({ trust_level: z.string().optional() })).optional(),
  hooks: z
    .looseObject({
      state: z.record(z.string(), z.looseObject({ trusted_hash: z.string().optional(), enabled: z.boolean().optional() })).optional(),
    })
    .optional(),
  features: z.looseObject({ hooks: z.boolean().optional() }).optional(),
});

export interface CodexTrust {
  /** False where `[features] hooks = false`. */
  hooksOn: boolean;
  /** Project trust of the first of the asked folders that has an entry. */
  project: 'trusted' | 'untrusted' | 'unknown';
  /** By key of `codexHookKey`. */
  hooks: ReadonlyMap<string, { trustedHash?: string; enabled: boolean }>;
}

/** Reads the trust of a project from the text of `config.toml`; `folders`: the worktree, then its main checkout. */
export function readCodexTrust(configToml: string, folders: readonly string[]): CodexTrust {
  const config = parseConfig(configToml);
  const level = folders.map((folder) => config.projects?.[folder]?.trust_level).find((found) => found !== undefined);
  const states = Object.entries(config.hooks?.state ?? {}).map(
    ([key, { trusted_hash: trustedHash, enabled }]) =>
      [key, { enabled: enabled ?? true, ...(trustedHash === undefined ? {} : { trustedHash }) }] as const,
  );
  return {
    hooksOn: config.features?.hooks ?? true,
    project: projectTrust(level),
    hooks: new Map(states),
  };
}

function projectTrust(level: string | undefined): CodexTrust['project'] {
  if (level === undefined) return 'unknown';
  return level === 'trusted' ? 'trusted' : 'untrusted';
}

/** A handler as Codex counts it: by where it stands in its file. */
export interface CodexHandler {
  event: string;
  group: number;
  handler: number;
  matcher?: string;
  settings: Readonly<Record<string, unknown>>;
}

/** Name under which Codex remembers that a person approved a hook. `source`: absolute path of the file that holds it. */
export function codexHookKey(source: string, at: CodexHandler): string {
  return `${source}:${snakeCase(at.event)}:${at.group}:${at.handler}`;
}

const eventsWithoutMatcher = ['UserPromptSubmit', 'Stop', 'Interrupt'];

/** The hash a person approves: Codex 0.169 takes it over the handler's settings with their defaults filled in, keys sorted. */
export function codexHookHash(at: CodexHandler): string {
  const { type, command, timeout, async, statusMessage, additionalContextLimit } = at.settings;
  const handler = {
    ...(additionalContextLimit === undefined || additionalContextLimit === 2500 ? {} : { additionalContextLimit }),
    async: async ?? false,
    command,
    ...(statusMessage === undefined ? {} : { statusMessage }),
    timeout: timeoutSeconds(at.event, timeout),
    type,
  };
  const identity = {
    event_name: snakeCase(at.event),
    hooks: [handler],
    ...(at.matcher === undefined || eventsWithoutMatcher.includes(at.event) ? {} : { matcher: at.matcher }),
  };
  return `sha256:${createHash('sha256').update(JSON.stringify(identity)).digest('hex')}`;
}

function timeoutSeconds(event: string, given: unknown): number {
  const { usual, most } =
    event === 'SessionEnd' || event === 'Interrupt' ? { usual: 1, most: 3 } : { usual: 600, most: Number.POSITIVE_INFINITY };
  return Math.min(most, Math.max(1, typeof given === 'number' ? given : usual));
}

function snakeCase(event: string): string {
  return event.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

function parseConfig(text: string): z.infer<typeof configSchema> {
  const config = configSchema.safeParse(parseToml(text));
  if (config.success) return config.data;
  throw new AgentError('The configuration of Codex (config.toml) could not be read.', {
    code: 'malformed-toml',
    fix: 'Run `codex` once: it says which line it cannot read.',
  });
}

/** Undefined where it is no TOML: the parser's own error quotes the file, which may hold secrets. */
function parseToml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
