import * as z from 'zod';
import { lookUp } from './look-up.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const cache = new WeakMap<z.ZodType, JsonSchema>();

/** The keys that a schema knows at a place, with their descriptions; in a union, those of the kind that the data chose. */
export function knownKeys(schema: z.ZodType, data: unknown, keys: readonly PropertyKey[]): Map<string, string | undefined> {
  let here: JsonSchema[] = choose([toJson(schema)], data);
  for (const [index, key] of keys.entries()) {
    here = choose(
      here.flatMap((part) => [
        ...optional(part.properties?.[String(key)]),
        ...optional(typeof key === 'number' ? part.items : part.additionalProperties),
      ]),
      lookUp(data, keys.slice(0, index + 1)),
    );
  }
  return new Map(
    here.flatMap((part) =>
      Object.entries(part.properties ?? {}).map(([key, about]) => [key, typeof about === 'object' ? about.description : undefined]),
    ),
  );
}

/** The JSON schema is the public, plain form of what a zod schema knows. */
function toJson(schema: z.ZodType): JsonSchema {
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input' });
  cache.set(schema, made);
  return made;
}

/** Opens unions; where some of their members have the data's `kind`, only those count. */
function choose(parts: readonly JsonSchema[], data: unknown): JsonSchema[] {
  const open = parts.flatMap((part) => {
    const members = [...(part.oneOf ?? []), ...(part.anyOf ?? [])].flatMap(optional);
    return members.length > 0 ? members : [part];
  });
  const kind = lookUp(data, ['kind']);
  const chosen = open.filter((part) => kind !== undefined && optional(part.properties?.kind).some((about) => about.const === kind));
  return chosen.length > 0 ? chosen : open;
}

function optional(part: unknown): JsonSchema[] {
  return isSchema(part) ? [part] : [];
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
