import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { Mutant } from '../kind/check-kind.ts';
import { regexMutants } from '../regex/regex-mutants.ts';
import { isRule, type RuleObject } from './sub-rules.ts';

interface RuleMutant {
  part: string;
  rule: RuleObject;
}

const nothing: RuleObject = { any: [] };
const relations = ['inside', 'has', 'precedes', 'follows'];

/** The check without each of its parts: alternatives, members of `all`, `not`s, relations, constraints, utils, regex alternatives. */
export function astMutants(check: AstCheck): Mutant[] {
  return [
    ...ruleMutants(check.rule, 'rule').map(({ part, rule }) => ({ part, check: { ...check, rule } })),
    ...entryMutants(check, 'constraints'),
    ...entryMutants(check, 'utils'),
  ];
}

/** A constraint is left out; a util, which others name, is made to match nothing. */
function entryMutants(check: AstCheck, key: 'constraints' | 'utils'): Mutant[] {
  const entries = Object.entries(check[key] ?? {});
  return entries.flatMap(([name, rule]) => {
    const others = Object.fromEntries(entries.filter(([other]) => other !== name));
    const whole = key === 'utils' ? { ...others, [name]: nothing } : others;
    const inner = ruleMutants(rule, `${key}.${name}`).map(({ part, rule: mutant }) => ({
      part,
      check: { ...check, [key]: { ...others, [name]: mutant } },
    }));
    return [{ part: `${key}.${name}`, check: { ...check, [key]: whole } }, ...inner];
  });
}

function ruleMutants(rule: RuleObject, at: string): RuleMutant[] {
  return Object.entries(rule).flatMap(([key, value]) => {
    const part = `${at}.${key}`;
    if (Array.isArray(value) && (key === 'any' || key === 'all')) return listMutants(rule, { key, list: value, at: part });
    if (key === 'regex' && typeof value === 'string') return [...without(rule, key, part), ...regexParts(rule, value, part)];
    if (key === 'not') return [...without(rule, key, part), ...inside(rule, key, part)];
    if (relations.includes(key)) return [...without(rule, key, part), ...inside(rule, key, part)];
    return ['pattern', 'kind', 'nthChild', 'matches'].includes(key) ? without(rule, key, part) : [];
  });
}

/** The rule without one key. A rule of that key alone is a part of something larger, which is left out as a whole. */
function without(rule: RuleObject, key: string, part: string): RuleMutant[] {
  const rest = Object.fromEntries(Object.entries(rule).filter(([other]) => other !== key));
  const says = Object.keys(rest).some((other) => other !== 'stopBy' && other !== 'field');
  return says ? [{ part, rule: rest }] : [];
}

function inside(rule: RuleObject, key: string, part: string): RuleMutant[] {
  const value = rule[key];
  return isRule(value) ? ruleMutants(value, part).map((mutant) => ({ part: mutant.part, rule: { ...rule, [key]: mutant.rule } })) : [];
}

function listMutants(rule: RuleObject, about: { key: string; list: readonly unknown[]; at: string }): RuleMutant[] {
  const { at, key, list } = about;
  return list.flatMap((member, index) => {
    const part = `${at}[${index}]`;
    const dropped = { part, rule: { ...rule, [key]: list.filter((_, other) => other !== index) } };
    const changed = isRule(member) ? ruleMutants(member, part) : [];
    return [dropped, ...changed.map((mutant) => ({ part: mutant.part, rule: { ...rule, [key]: list.with(index, mutant.rule) } }))];
  });
}

function regexParts(rule: RuleObject, regex: string, part: string): RuleMutant[] {
  return regexMutants(regex, 'rust').map(({ alternative, source }) => ({
    part: `${part}: ${alternative}`,
    rule: { ...rule, regex: source },
  }));
}
