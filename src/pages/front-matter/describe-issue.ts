import type * as z from 'zod';
import { nearest } from '../nearest.ts';
import { knownKeys } from './known-keys.ts';
import { languageNames } from './language-names.ts';
import { lookUp } from './look-up.ts';
import { nameOf, nameOfPlace, nameOfType, nameOfValue } from './name-things.ts';
import { nearestKey } from './nearest-key.ts';

type Issue = z.core.$ZodIssue;
type Keys = readonly PropertyKey[];

/** What does not fit its schema, in plain words, and the keys that lead to it. */
export interface SchemaMistake {
  keys: Keys;
  /** Whether the key is wrong, or the value that it has. */
  at: 'key' | 'value';
  code: string;
  message: string;
  fix?: string;
  /** The key that an unknown one was meant to be. */
  meant?: string;
}

export interface Judged {
  schema: z.ZodType;
  data: unknown;
}

/** One issue of zod can be several mistakes: an unknown key each, the parts of a union. */
export function describeIssue(issue: Issue, judged: Judged, parent: Keys = []): SchemaMistake[] {
  const keys = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, keys, judged));
  if (issue.code === 'invalid_union') return describeUnion(issue, judged, keys);
  if (keys.length > 0 && lookUp(judged.data, keys) === undefined) return [missingKey(keys, judged)];
  return [badValue(keys, judged, { expected: reason(issue), allowed: issue.code === 'invalid_value' ? issue.values.map(String) : [] })];
}

function unknownKey(key: string, parent: Keys, judged: Judged): SchemaMistake {
  const { $schema: _, ...about } = Object.fromEntries(knownKeys(judged.schema, judged.data, parent));
  const known = Object.keys(about);
  const meant = nearestKey(key, new Map(Object.entries(about)));
  if (meant !== undefined) return misspeltKey({ key, meant, parent }, judged);
  return { ...strangeKey(key, parent, judged), fix: `Known keys are ${known.join(', ')}.` };
}

function misspeltKey({ key, meant, parent }: { key: string; meant: string; parent: Keys }, judged: Judged): SchemaMistake {
  const mistake = strangeKey(key, parent, judged);
  return { ...mistake, meant, message: `${mistake.message} Did you mean \`${meant}\`?` };
}

function strangeKey(key: string, parent: Keys, judged: Judged): SchemaMistake {
  return { keys: [...parent, key], at: 'key', code: 'unknown-key', message: `Unknown key \`${key}\`${inPlace(parent, judged)}.` };
}

function missingKey(keys: Keys, judged: Judged): SchemaMistake {
  const parent = keys.slice(0, -1);
  const key = String(keys.at(-1));
  const about = knownKeys(judged.schema, judged.data, parent).get(key);
  return {
    keys,
    at: 'key',
    code: 'missing-key',
    message: `Missing key \`${key}\`${inPlace(parent, judged)}.`,
    fix: about === undefined ? `Add \`${key}\`.` : `Add \`${key}\`: ${about}.`,
  };
}

function badValue(keys: Keys, judged: Judged, { expected, allowed }: { expected: string; allowed: readonly string[] }): SchemaMistake {
  const value = lookUp(judged.data, keys);
  const meant = typeof value === 'string' ? (otherNames(value, allowed) ?? nearest(value, allowed)) : undefined;
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const given = /empty|is wrong/.test(expected) ? '' : `; it is ${nameOfValue(value)}`;
  const message = `${nameOf(keys)} ${expected}${given}.${hint}`;
  const fix = meant === undefined ? wantedShape(keys, judged, expected) : undefined;
  return { keys, at: 'value', code: 'bad-value', message, ...(fix === undefined ? {} : { fix }) };
}

/** How to write a list or a group of keys, where something else stands in its place. */
function wantedShape(keys: Keys, { schema, data }: Judged, expected: string): string | undefined {
  const value = lookUp(data, keys);
  const keysAt = (place: Keys) => [...knownKeys(schema, data, place).keys()].join(', ');
  if (expected === `must be ${nameOfType('array')}`) {
    const inside = keysAt([...keys, 0]);
    if (inside !== '') return `Write a list of entries with the keys ${inside}.`;
    if (typeof value !== 'string') return undefined;
    const isFolder = keys.at(-1) === 'files' && /^[\w/-]+$/.test(value); // globs match files
    return `Write [${JSON.stringify(isFolder ? `${value.replace(/\/$/, '')}/**` : value)}].`;
  }
  const wanted = expected === `must be ${nameOfType('object')}` ? keysAt(keys) : '';
  return wanted === '' ? undefined : `Its keys are ${wanted}.`;
}

/** Languages go by other names, which are near to none or to a wrong one: `ts` to `tsx`. */
function otherNames(value: string, allowed: readonly string[]): string | undefined {
  const meant = languageNames[value.toLowerCase()];
  return meant !== undefined && allowed.includes(meant) ? meant : undefined;
}

/** Of a union with kinds, zod itself speaks of the chosen kind only; of another one, the member that fits best counts. */
function describeUnion(issue: Extract<Issue, { code: 'invalid_union' }>, judged: Judged, keys: Keys): SchemaMistake[] {
  if (issue.discriminator !== undefined) {
    const kinds = ('options' in issue && Array.isArray(issue.options) ? issue.options : []).map(String);
    if (lookUp(judged.data, keys) === undefined)
      return [misspeltKind(keys, judged) ?? { ...missingKey(keys, judged), fix: `Add one of ${listKinds(kinds)}.` }];
    return [badValue(keys, judged, { expected: `must be one of ${listKinds(kinds)}`, allowed: kinds })];
  }
  const members = issue.errors.filter((member) => !member.some((inner) => inner.path.length === 0 && inner.code !== 'unrecognized_keys'));
  const best = members.toSorted((a, b) => a.length - b.length)[0];
  if (best !== undefined) return best.flatMap((inner) => describeIssue(inner, judged, keys));
  const allowed = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  const expected = issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? [reason(inner)] : []));
  return [badValue(keys, judged, { expected: [...new Set(expected)].join(', or '), allowed })];
}

/** A key that is missing because it was spelt wrong: without it nobody knows which others are known. */
function misspeltKind(keys: Keys, judged: Judged): SchemaMistake | undefined {
  const parent = keys.slice(0, -1);
  const meant = String(keys.at(-1));
  const there = lookUp(judged.data, parent);
  const key = typeof there === 'object' && there !== null ? nearest(meant, Object.keys(there)) : undefined;
  return key === undefined ? undefined : misspeltKey({ key, meant, parent }, judged);
}

/** No command runs a `judge`: who looks for a check should not take it for one. */
function listKinds(kinds: readonly string[]): string {
  const run = kinds.filter((kind) => kind !== 'judge').join(', ');
  return run.length === kinds.join(', ').length ? run : `${run}, or judge (which needs \`persona\`, and is judged in review)`;
}

/** What a value must be, as the end of a sentence that begins with its name. */
function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${nameOfType(issue.expected)}`;
    case 'invalid_value':
      return issue.values.length === 1 ? `can only be ${String(issue.values[0])}` : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return `may be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a day written YYYY-MM-DD' : `is wrong: ${issue.message}`;
    default:
      return `is wrong: ${issue.message}`;
  }
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return 'may not be empty';
  if (origin === 'array') return minimum === 1 ? 'may not be an empty list' : `needs at least ${minimum} entries`;
  return `must be at least ${minimum}`;
}

function inPlace(keys: Keys, judged: Judged): string {
  if (keys.length === 0) return '';
  return ` in ${nameOfPlace(keys, lookUp(judged.data, [...keys, 'kind']))}`;
}
