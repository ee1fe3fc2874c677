export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

// What is not closed goes on to the end: looking for its end again from each place in it would take minutes.
const stringsAndComments = /"(?:\\[\s\S]|[^"\\])*(?:"|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const stringsAndTrailingCommas = /"(?:\\[\s\S]|[^"\\])*(?:"|$)|,(?=\s*[}\]])/g;

/** JSON as tsconfig files are written: comments and trailing commas allowed. An empty object where it cannot be read. */
export function parseJsonObject(text: string): JsonObject {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(stringsAndComments, (token) => (token.startsWith('"') ? token : ' '))
    .replace(stringsAndTrailingCommas, (token) => (token === ',' ? '' : token));
  try {
    return asObject(JSON.parse(plain)) ?? {};
  } catch {
    return {};
  }
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

export function asString(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings of an array, or a single string as an array of one. */
export function asStrings(value: Json | undefined): string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
