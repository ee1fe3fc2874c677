import { closest, distance } from 'fastest-levenshtein';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem } from '../kind/check-kind.ts';
import { type AstLanguage, wantedLanguages } from './ast-language.ts';
import { compileError, configError } from './compile-error.ts';
import { hasKinds } from './has-kinds.ts';
import { kindsOf } from './kinds-of.ts';
import { fixVariable } from './make-replacement.ts';
import { contextFor } from './pattern-context.ts';
import { allRules, isRule, type RuleObject, type RulePath, subRules, withoutRelationKeys } from './sub-rules.ts';

/** What ast-grep says against a check, at the innermost rule that is to blame. Each grammar that the page names must take it. */
export function astProblems(check: AstCheck): CheckProblem[] {
  for (const language of wantedLanguages(check).named) {
    const message = compileError(language, check);
    if (message !== undefined) return [unknownVariable(check, message) ?? engineProblem(check, language, message)];
  }
  return [...kindlessProblem(check), ...fixProblems(check)];
}

/** A name that the rule does not capture, in what is said of captures besides. */
function unknownVariable(check: AstCheck, message: string): CheckProblem | undefined {
  const [, name = '', key = ''] = /^Undefined meta var `(\w+)` used in `(constraints|transform)`/.exec(message) ?? [];
  if (name === '') return undefined;
  const known = definedVariables(check);
  const near = nearest(
    name,
    [...known].filter((one) => one !== name),
  );
  const own = Object.hasOwn(check[key === 'constraints' ? 'constraints' : 'transform'] ?? {}, name) ? [name] : [];
  return {
    at: [key, ...own],
    message: `the ${key} speak${key === 'transform' ? 's' : ''} of $${name}, which the rule does not capture`,
    ...(near === undefined ? {} : { fix: near }),
  };
}

function engineProblem(check: AstCheck, language: AstLanguage, whole: string): CheckProblem {
  const { at, message } = blame(check, language) ?? { at: [], message: whole };
  const key = keyOf(message);
  const fix = suggestion(message, check, language);
  return {
    at: key === undefined ? at : [...at, key],
    message: `${readable(message)} (${language})`,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The innermost rule that does not compile by itself. */
function blame(check: AstCheck, language: AstLanguage): { at: RulePath; message: string } | undefined {
  const utils = check.utils ?? {};
  const roots: { at: RulePath; rule: unknown }[] = [
    ...Object.entries(utils).map(([name, rule]) => ({ at: ['utils', name], rule })),
    { at: ['rule'], rule: check.rule },
    ...Object.entries(check.constraints ?? {}).map(([name, rule]) => ({ at: ['constraints', name], rule })),
  ];
  for (const { at, rule } of roots) {
    const found = isRule(rule)
      ? blameInside(rule, at, (one) => configError(language, { rule: one, utils: withoutUtilsOf(utils, at) }))
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A util is judged among its neighbours, but must not hide behind its own mistake. */
function withoutUtilsOf(utils: RuleObject, at: RulePath): RuleObject {
  const [root, name] = at;
  return root === 'utils' ? Object.fromEntries(Object.entries(utils).filter(([key]) => key !== name)) : utils;
}

function blameInside(
  rule: RuleObject,
  at: RulePath,
  errorOf: (rule: RuleObject) => string | undefined,
): { at: RulePath; message: string } | undefined {
  for (const sub of subRules(rule)) {
    const found = blameInside(withoutRelationKeys(sub.rule), [...at, ...sub.at], errorOf);
    if (found !== undefined) return found;
  }
  const message = errorOf(rule);
  return message === undefined ? undefined : { at, message };
}

function keyOf(message: string): string | undefined {
  const unknown = /unknown field `(\w+)`/.exec(message)?.[1];
  if (unknown !== undefined) return unknown;
  return ['kind', 'pattern', 'regex', 'matches'].find((key) => message.includes(`invalid ${key} `));
}

/** ast-grep's causes, outermost first, on one line. */
function readable(message: string): string {
  return message
    .split(/\n ?\|->/)
    .map((cause) => cause.trim().replace(/\.$/, ''))
    .join(': ');
}

function suggestion(message: string, check: AstCheck, language: AstLanguage): string | undefined {
  const several = /Please check the pattern source `([\s\S]*)`/.exec(message)?.[1];
  if (several !== undefined)
    return contextFor(several, language) ?? 'A pattern is one piece of code: make each its own, under `any` or `all`.';
  const key = /unknown field `(\w+)`, expected one of (.*)/.exec(message);
  if (key !== null)
    return nearest(
      key[1] ?? '',
      [...(key[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
  const kind = /Kind `([^`]*)` is invalid/.exec(message)?.[1];
  if (kind !== undefined)
    return nearest(
      kind,
      kindsOf(language).filter((name) => configError(language, { rule: { kind: name } }) === undefined),
    );
  const util = /Rule `([^`]*)` is not defined/.exec(message)?.[1];
  if (util === undefined) return undefined;
  return nearest(util, Object.keys(check.utils ?? {})) ?? 'What `matches` names stands under `utils`, beside `rule`.';
}

/** A part of the right name counts as near too: `function_decl`. */
function nearest(wrong: string, right: readonly string[]): string | undefined {
  if (right.length === 0) return undefined;
  const [longer] = right.filter((name) => wrong.length > 3 && name.startsWith(wrong)).sort((a, b) => a.length - b.length);
  const name = longer ?? closest(wrong, [...right]);
  return longer === undefined && distance(wrong, name) > Math.max(2, wrong.length / 2) ? undefined : `Did you mean "${name}"?`;
}

/** The library would try such a rule on every node; ast-grep's command line refuses it, and so do we. */
function kindlessProblem(check: AstCheck): CheckProblem[] {
  if (hasKinds(check.rule, check.utils ?? {})) return [];
  return [
    {
      at: ['rule'],
      message: 'the rule must say which kinds of nodes it is about',
      fix: 'Add `kind`, or a `pattern`, next to what the rule has.',
    },
  ];
}

function fixProblems(check: AstCheck): CheckProblem[] {
  const used = [...(check.fix ?? '').matchAll(fixVariable)].map(([, many, one]) => many ?? one ?? '');
  const known = definedVariables(check);
  const unknown = used.find((name) => !known.has(name));
  if (unknown === undefined) return [];
  const near = nearest(unknown, [...known]);
  return [
    { at: ['fix'], message: `the fix uses $${unknown}, which the rule does not capture`, ...(near === undefined ? {} : { fix: near }) },
  ];
}

function definedVariables(check: AstCheck): Set<string> {
  const roots = [check.rule, ...Object.values(check.utils ?? {}), ...Object.values(check.constraints ?? {})];
  const patterns = roots.flatMap((root) => (isRule(root) ? allRules(root) : [])).map((rule) => JSON.stringify(rule.pattern ?? ''));
  const captured = patterns.flatMap((pattern) => [...pattern.matchAll(fixVariable)].map(([, many, one]) => many ?? one ?? ''));
  return new Set([...captured, ...Object.keys(check.transform ?? {})]);
}
