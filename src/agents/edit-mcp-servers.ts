import { isDeepStrictEqual } from 'node:util';
import { MisuseError } from '#kernel/errors.ts';
import { addMember, removePart } from './hook-config/edit-json.ts';
import { type JsonNode, outlineJson } from './hook-config/json-outline.ts';

type JsonObject = Extract<JsonNode, { kind: 'object' }>;

/** A server in the file of an agent: `member` holds the servers by name. */
export interface McpServerPlace {
  /** Path of the file, relative to the repository. */
  file: string;
  member: string;
  name: string;
  server: Readonly<Record<string, unknown>>;
}

/** The file with our server in it; what others wrote stays character for character. A server of our name that is there already is a person's. */
export function addMcpServer(text: string | undefined, place: McpServerPlace): string {
  const start = text === undefined || text.replace(/^\uFEFF/, '').trim() === '' ? '{}\n' : text;
  const { root, servers } = read(start, place);
  const { name, server } = place;
  if (servers === undefined) return addMember(start, root, { key: place.member, value: { [name]: server } });
  if (servers.members.some(({ key }) => key === name)) return start;
  return addMember(start, servers, { key: name, value: server });
}

/** The file without that server; one that was changed stays. */
export function removeMcpServer(text: string, place: McpServerPlace): { text: string; found: 'none' | 'ours' | 'changed' } {
  const { root, servers } = read(text, place);
  const index = servers?.members.findLastIndex(({ key }) => key === place.name) ?? -1;
  const member = servers?.members[index];
  if (servers === undefined || member === undefined) return { text, found: 'none' };
  const written: unknown = JSON.parse(text.slice(member.value.start, member.value.end));
  if (!isDeepStrictEqual(written, place.server)) return { text, found: 'changed' };
  const alone = servers.members.length === 1;
  const at = root.members.findLastIndex(({ key }) => key === place.member);
  return { text: alone ? removePart(text, root, at) : removePart(text, servers, index), found: 'ours' };
}

function read(text: string, { file, member }: McpServerPlace): { root: JsonObject; servers: JsonObject | undefined } {
  const root = parse(text, file);
  const servers = root.members.findLast(({ key }) => key === member)?.value;
  if (servers !== undefined && servers.kind !== 'object') throw cannotEdit(file, `\`${member}\` is not an object`);
  return { root, servers };
}

function parse(text: string, file: string): JsonObject {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw cannotEdit(file, cause instanceof Error ? cause.message : String(cause));
  }
  const root = outlineJson(text);
  if (root.kind !== 'object') throw cannotEdit(file, 'it is not an object');
  return root;
}

function cannotEdit(file: string, why: string): MisuseError {
  return new MisuseError(`${file} is not the JSON that is expected there: ${why}.`, {
    code: 'unknown-shape',
    facts: { file },
    fix: `Nothing was changed. Mend ${file} by hand (plain JSON, without comments), then run the command again.`,
  });
}
