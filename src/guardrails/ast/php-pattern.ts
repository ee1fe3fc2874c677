import type { AstCheck } from '#kernel/records/guardrail.ts';
import { loadEngine } from './engine.ts';
import { sigilOf } from './grammars.ts';
import { singleNode } from './single-node.ts';
import { isRule, type RuleObject } from './sub-rules.ts';
import { withSigils } from './with-sigils.ts';

export const phpTag = '<?php ';

/**
 * A PHP pattern as the packaged grammar takes it. ast-grep's command line reads PHP without the text around it, so its
 * patterns begin with code; to the grammar that is installed, all in front of `<?php` is text.
 */
export function phpPattern(pattern: unknown): unknown {
  if (typeof pattern === 'string') return pattern.includes('<?') ? pattern : (inContext(pattern) ?? `${phpTag}${pattern}`);
  if (!isRule(pattern) || typeof pattern.context !== 'string' || pattern.context.includes('<?')) return pattern;
  if (typeof pattern.selector === 'string') return { ...pattern, context: `${phpTag}${pattern.context}` };
  return { ...pattern, ...inContext(pattern.context) };
}

/** A check in PHP alone with all its patterns so; others stay as they are. */
export function phpCheck(check: AstCheck): AstCheck {
  if (check.language !== 'php' || check.languages?.some((language) => language !== 'php') === true) return check;
  return {
    ...check,
    rule: phpRule(check.rule),
    ...(check.constraints === undefined ? {} : { constraints: phpRules(check.constraints) }),
    ...(check.utils === undefined ? {} : { utils: phpRules(check.utils) }),
  };
}

function phpRules(rules: Readonly<Record<string, RuleObject>>): Record<string, RuleObject> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, phpRule(rule)]));
}

function phpRule(rule: RuleObject): RuleObject {
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, key === 'pattern' ? phpPattern(value) : phpValue(value)]));
}

function phpValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(phpValue);
  return isRule(value) ? phpRule(value) : value;
}

/** Undefined where the pattern is more or less than one piece of code. */
function inContext(text: string): { context: string; selector: string } | undefined {
  const context = `${phpTag}${text}`;
  const [, first, ...rest] = loadEngine()
    .parse('Php', withSigils(context, sigilOf('Php')))
    .root()
    .children();
  if (first === undefined || rest.length > 0) return undefined;
  return { context, selector: singleNode(first, 'Php').kind() };
}
