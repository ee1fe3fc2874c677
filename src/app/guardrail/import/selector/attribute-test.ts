import type { Attribute } from 'esquery';
import { exactly, rustRegex } from './rust-regex.ts';
import { Untranslatable } from './untranslatable.ts';

/** What is asked of an attribute; `!=` is `=` denied, which is what the caller does. */
export type AttributeTest =
  | { kind: 'exists' }
  | { kind: 'equals'; text: string }
  | { kind: 'matches'; regex: RegExp }
  | { kind: 'type'; name: string }
  | { kind: 'compares'; operator: '<' | '<=' | '>' | '>='; number: number };

export function testOf({ name, operator, value }: Attribute): AttributeTest {
  if (operator === undefined || value === undefined) return { kind: 'exists' };
  if (operator !== '=' && operator !== '!=') {
    const number = value.type === 'literal' ? Number(value.value) : Number.NaN;
    if (Number.isNaN(number)) throw new Untranslatable(`${name} ${operator} compares with something that is no number`);
    return { kind: 'compares', operator, number };
  }
  if (value.type === 'regexp') return { kind: 'matches', regex: value.value };
  if (value.type === 'literal') return { kind: 'equals', text: String(value.value) };
  return { kind: 'type', name: value.value };
}

/** The answer for a value that is known. */
export function holdsFor(test: AttributeTest, value: string | number | boolean): boolean {
  switch (test.kind) {
    case 'exists':
      return true;
    case 'equals':
      return String(value) === test.text;
    case 'matches':
      return typeof value === 'string' && new RegExp(test.regex.source, test.regex.flags.replace(/[gy]/g, '')).test(value);
    case 'type':
      return typeof value === test.name;
    case 'compares':
      return compares(Number(value), test);
  }
}

function compares(value: number, { operator, number }: { operator: string; number: number }): boolean {
  if (operator === '<') return value < number;
  if (operator === '<=') return value <= number;
  return operator === '>' ? value > number : value >= number;
}

/** A regular expression over a text that holds where the test does; true or false where the text does not matter. */
export function regexOf(test: AttributeTest): string | boolean {
  if (test.kind === 'exists') return true;
  if (test.kind === 'equals') return exactly(test.text);
  if (test.kind === 'matches') return rustRegex(test.regex);
  if (test.kind === 'type') return test.name === 'string';
  throw new Untranslatable('it compares the size of a text');
}
