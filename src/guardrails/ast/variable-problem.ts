import type { CheckProblem } from '../kind/check-kind.ts';
import type { AstLanguage } from './ast-language.ts';
import type { AstNode } from './open-addon.ts';
import { parsePattern } from './parse-pattern.ts';
import type { PlacedPattern } from './placed-patterns.ts';

const looksLikeVariable = /^\${1,3}\w+$/;
const isVariable = /^\${1,3}[A-Z_][A-Z0-9_]*$/;

/** A metavariable is written in capitals: `$args` finds a variable that is called so. An example that has one shows that it is meant. */
export function variableProblem({ at, pattern }: PlacedPattern, language: AstLanguage, samples: readonly string[]): CheckProblem[] {
  const parsed = parsePattern(pattern, language);
  const names = parsed === undefined ? [] : namesIn(parsed.node);
  const wrong = names.find(
    (name) => looksLikeVariable.test(name) && !isVariable.test(name) && !samples.some((text) => text.includes(name)),
  );
  if (wrong === undefined) return [];
  const sign = wrong.replace(/\w+$/, '');
  const word = wrong.slice(sign.length).replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const right = `${sign}${word.toUpperCase().replace(/^\d/, 'A$&')}`;
  return [
    {
      at,
      message: `\`${wrong}\` is no metavariable: their names are upper-case, so this finds only code with the name \`${wrong}\`.`,
      fix: `Write \`${right}\`, in constraints and the fix too. Where the name itself is meant, use it in an example.`,
    },
  ];
}

function namesIn(node: AstNode): string[] {
  if (node.isLeaf()) return node.kind().includes('identifier') ? [node.text()] : [];
  return node.children().flatMap(namesIn);
}
