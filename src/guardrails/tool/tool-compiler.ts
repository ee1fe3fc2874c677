import type { ToolCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';
import { regexMutants } from '../regex/regex-mutants.ts';
import { regexProblem } from '../regex/regex-problem.ts';
import { filesPlaceholder } from './files-placeholder.ts';

export const toolCompiler: KindCompiler<ToolCheck> = {
  problems: (check) => [...runProblems(check), ...patternProblems(check)],
  literals: () => [],
  mutants: (check) => [...ruleMutants(check), ...patternMutants(check)],
};

function runProblems({ run }: ToolCheck): CheckProblem[] {
  const [program = ''] = run;
  if (program === filesPlaceholder)
    return [{ at: ['run', 0], message: 'the first argument is the program', fix: 'Put the program in front of {files}.' }];
  if (run.length === 1 && /\s/.test(program)) {
    const fix = `Give each argument its own entry: [${program.split(/\s+/).join(', ')}]. There is no shell, so no pipes.`;
    return [{ at: ['run', 0], message: `"${program}" is a line for a shell, and no program`, fix }];
  }
  return run.flatMap((argument, index) => {
    if (argument === filesPlaceholder || !argument.includes(filesPlaceholder)) return [];
    return [
      { at: ['run', index], message: `{files} has to be an argument of its own, not a part of "${argument}"`, fix: 'Write {files} alone.' },
    ];
  });
}

function patternProblems({ output, rules }: ToolCheck): CheckProblem[] {
  if (typeof output === 'string') return [];
  const at = ['output', 'pattern'];
  const problem = regexProblem(output.pattern, '');
  if (problem !== undefined) return [{ at, ...problem, message: `\`pattern\` ${problem.message}` }];
  const needed = rules === undefined ? ['path'] : ['path', 'rule'];
  const missing = needed.filter((name) => !output.pattern.includes(`(?<${name}>`));
  if (missing.length === 0) return [];
  const fix = 'Such as ^(?<path>[^:]+):(?<line>\\d+):(?<column>\\d+): (?<rule>\\S+) (?<message>.*)$';
  return [{ at, message: `\`pattern\` has no group named ${missing.join(' and none named ')}`, fix }];
}

/** Of one rule alone, a good example with another rule's result shows that it matters. */
function ruleMutants(check: ToolCheck): Mutant[] {
  const { rules = [], ...all } = check;
  if (rules.length <= 1) return rules.map((rule) => ({ part: `rules[0] ${rule}`, check: all }));
  return rules.map((rule, index) => ({ part: `rules[${index}] ${rule}`, check: { ...check, rules: rules.toSpliced(index, 1) } }));
}

function patternMutants(check: ToolCheck): Mutant[] {
  const { output } = check;
  if (typeof output === 'string') return [];
  return regexMutants(output.pattern, 'javascript').map(({ alternative, source }) => ({
    part: `output.pattern: ${alternative}`,
    check: { ...check, output: { pattern: source } },
  }));
}
