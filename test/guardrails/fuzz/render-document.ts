import { stringify as toToml } from 'smol-toml';
import { stringify as toYaml } from 'yaml';
import type { Json } from './mutate-document.ts';

/** Each takes any value, and makes of what fits its format a sound text of it. */
export const render = { json, jsonTwice, toml, yaml, lines, xml };

function json(value: Json): string {
  return JSON.stringify(value, null, 1);
}

/** Every key of the outermost object twice, first with another value. */
function jsonTwice(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return json(value);
  const entries = Object.entries(value).flatMap(([key, item]) => [
    `${JSON.stringify(key)}: 1`,
    `${JSON.stringify(key)}: ${JSON.stringify(item)}`,
  ]);
  return `{\n${entries.join(',\n')}\n}`;
}

function toml(value: Json): string {
  return orJson(value, () => toToml(value));
}

function yaml(value: Json): string {
  return orJson(value, () => toYaml(value));
}

/** A list of lines, each a list of words. */
function lines(value: Json): string {
  const rows = Array.isArray(value) ? value : [value];
  return `${rows.map((row) => (Array.isArray(row) ? row.map(word).join(' ') : word(row))).join('\n')}\n`;
}

/** `{ name: [children] }`; attributes are the keys that begin with `@`. */
function xml(value: Json): string {
  if (Array.isArray(value)) return value.map(xml).join('');
  if (typeof value !== 'object' || value === null) return escaped(word(value));
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('@'))
    .map(([key, item]) => `<${key}${attributesOf(item)}>${xml(item)}</${key}>\n`)
    .join('');
}

function attributesOf(value: Json): string {
  const parts = Array.isArray(value) ? value : [value];
  return parts
    .flatMap((part) => (typeof part === 'object' && part !== null ? Object.entries(part) : []))
    .filter(([key]) => key.startsWith('@'))
    .map(([key, item]) => ` ${key.slice(1)}="${escaped(word(item))}"`)
    .join('');
}

function word(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** What a format cannot say, or nests too deep for who writes it, stands there as something else. */
function orJson(value: Json, write: () => string): string {
  try {
    return write();
  } catch {
    return json(value);
  }
}
