import type { AttributeTest } from './attribute-test.ts';
import { anyOf, kinds, type RuleObject } from './rule-object.ts';
import { escapeRegex, exactly, rustRegex } from './rust-regex.ts';
import { Untranslatable } from './untranslatable.ts';

/** Literals whose value passes a test. Texts are compared as they are written: one with escapes in it is not read. */
export function literalValue(test: AttributeTest): RuleObject {
  if (test.kind === 'equals') return equal(test.text);
  if (test.kind === 'matches') return matching(test.regex);
  if (test.kind === 'exists') return kinds('string', 'number', 'regex', 'true', 'false');
  if (test.kind === 'compares') throw new Untranslatable('it compares the size of a literal');
  const typed: Readonly<Record<string, RuleObject>> = {
    string: { kind: 'string' },
    number: { kind: 'number', not: { regex: 'n$' } },
    bigint: { kind: 'number', regex: 'n$' },
    boolean: kinds('true', 'false'),
    object: kinds('null', 'regex'),
  };
  return typed[test.name] ?? { any: [] };
}

function equal(text: string): RuleObject {
  if (/[\\'"\n\r]/.test(text))
    throw new Untranslatable(`a text with quotes or escapes can be written in several ways: ${JSON.stringify(text)}`);
  const quoted = { kind: 'string', regex: `^(?:'${escapeRegex(text)}'|"${escapeRegex(text)}")$` };
  const others: RuleObject[] = [
    ...(['true', 'false', 'null'].includes(text) ? [{ kind: text }] : []),
    ...(/^\d+(?:\.\d+)?$/.test(text) ? [{ kind: 'number', regex: exactly(text) }] : []),
  ];
  return anyOf([quoted, ...others]);
}

function matching(regex: RegExp): RuleObject {
  const inText = { kind: 'string', has: { kind: 'string_fragment', regex: rustRegex(regex) } };
  const plain = new RegExp(regex.source, regex.flags.replace(/[gy]/g, ''));
  return plain.test('') ? anyOf([inText, { kind: 'string', not: { has: { regex: '', not: { regex: '^[\'"]$' } } } }]) : inText;
}
