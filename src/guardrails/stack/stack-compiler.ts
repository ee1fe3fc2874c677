import type { StackCheck } from '#kernel/records/guardrail.ts';
import { mayBeScript } from '../imports/may-be-script.ts';
import { scriptParser } from '../imports/script-parser.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';

export const stackCompiler: KindCompiler<StackCheck> = {
  problems: (check) => [...nothingToFind(check), ...repeated(check, 'allowed'), ...repeated(check, 'known')],
  // A name has more spellings than words to look for: PyYAML, pyyaml, py_yaml.
  literals: () => [],
  mutants: (check) => [...check.allowed.map((_, index) => disallowed(check, index)), ...knownMutants(check)],
  packages: (_check, files) => (mayBeScript(files) ? [scriptParser] : []),
};

function nothingToFind({ allowed, known }: StackCheck): CheckProblem[] {
  if (known.some((name) => !allowed.includes(name))) return [];
  return [
    {
      at: ['known'],
      message: 'all of `known` is allowed, so nothing can be found',
      fix: 'Name the libraries that serve the concern and are not to be used.',
    },
  ];
}

function repeated(check: StackCheck, key: 'allowed' | 'known'): CheckProblem[] {
  return check[key].flatMap((name, index) =>
    check[key].indexOf(name) === index ? [] : [{ at: [key, index], message: `"${name}" stands there twice`, fix: 'Take one out.' }],
  );
}

/** An allowed library that is not allowed any more: a good example has to use it. */
function disallowed(check: StackCheck, index: number): Mutant {
  const name = check.allowed[index] ?? '';
  return {
    part: `allowed[${index}] ${name}`,
    check: { ...check, allowed: check.allowed.toSpliced(index, 1), known: [...check.known, name] },
  };
}

function knownMutants(check: StackCheck): Mutant[] {
  return check.known.flatMap((name, index) =>
    check.allowed.includes(name) ? [] : [{ part: `known[${index}] ${name}`, check: { ...check, known: check.known.toSpliced(index, 1) } }],
  );
}
