/** A JSON object as it came. Read by hand: a schema library would cost the hook more than all else it does. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object out of a text; an empty one where the text is no JSON, or no object. */
export function parseFields(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function itemsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** The text under the first of the keys that holds one. A null byte is in no path, and no shell runs it. */
export function textOf(fields: Fields, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && !value.includes('\0')) return value;
  }
  return undefined;
}

export function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}
