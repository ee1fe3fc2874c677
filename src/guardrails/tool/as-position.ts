import type { Json } from '../imports/typescript/json.ts';

/** `{line: 3}` for a number that can be a line or a column, else nothing. */
export function asPosition<Key extends string>(key: Key, value: Json | undefined): Partial<Record<Key, number>> {
  const position: Partial<Record<Key, number>> = {};
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) position[key] = value;
  return position;
}
