/** `check.deny[0].program` in backticks, or what stands for the whole of it. */
export function nameOf(keys: readonly PropertyKey[]): string {
  return keys.length === 0 ? 'The whole of it' : `\`${joinKeys(keys)}\``;
}

/** `check (kind ast)`, or `check.deny[0]` where there are no kinds. */
export function nameOfPlace(keys: readonly PropertyKey[], kind: unknown): string {
  return typeof kind === 'string' ? `${joinKeys(keys)} (kind ${kind})` : joinKeys(keys);
}

/** A type of zod in words that a person who writes YAML knows. */
export function nameOfType(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
    record: 'keys with values',
  };
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? type;
}

/** A value as the page has it, cut where it is long. */
export function nameOfValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys with values';
  if (typeof value !== 'string') return String(value);
  if (value === '') return 'empty';
  return `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``;
}

function joinKeys(keys: readonly PropertyKey[]): string {
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}
