import type { StructureCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';
import { regexProblem } from '../regex/regex-problem.ts';

const parts = ['maxLines', 'maxFunctionLines', 'name', 'requires', 'forbidden', 'required'] as const;
const names = new Set(['{dir}', '{name}', '{ext}']);

/** What can be wrong with a structure check, and which parts it has. */
export const structureCompiler: KindCompiler<StructureCheck> = {
  problems: (check) => [...emptiness(check), ...nameProblems(check), ...requiresProblems(check)],
  literals: () => [],
  mutants: (check) => parts.flatMap((part) => without(check, part)),
};

function emptiness(check: StructureCheck): CheckProblem[] {
  if (check.forbidden === true && check.required === true)
    return [{ at: ['required'], message: 'a path cannot be both forbidden and required' }];
  if (parts.some((part) => check[part] !== undefined)) return [];
  return [{ at: [], message: 'a structure check needs at least one of its keys', fix: `Add one of ${parts.join(', ')}.` }];
}

function nameProblems(check: StructureCheck): CheckProblem[] {
  const problem = check.name === undefined ? undefined : regexProblem(check.name, '');
  return problem === undefined ? [] : [{ at: ['name'], ...problem, message: `\`name\` ${problem.message}` }];
}

function requiresProblems(check: StructureCheck): CheckProblem[] {
  const template = check.requires;
  if (template === undefined) return [];
  const unknown = template.match(/\{[^}]*\}?|\}/g)?.find((part) => !names.has(part));
  if (unknown !== undefined)
    return [{ at: ['requires'], message: `unknown placeholder ${unknown}`, fix: 'Use {dir}, {name} and {ext}; {ext} has no dot.' }];
  if (/^\/|^(?:\.\/)*\.\.(?:\/|$)|\\/.test(template)) {
    return [
      {
        at: ['requires'],
        message: `"${template}" is not a path inside the repository`,
        fix: 'Begin with {dir} or a folder of the repository, with forward slashes.',
      },
    ];
  }
  const { hint } = slips.find(({ found }) => found.test(template)) ?? {};
  return hint === undefined
    ? []
    : [{ at: ['requires'], message: `"${template}" ${hint}`, fix: `Write {dir}/${template.replace(/^\{dir\}/, '')}` }];
}

const slips = [
  { found: /^\{dir\}[^/]/, hint: 'glues the name to its folder' },
  { found: /^[^/]*\{name\}[^/]*$/, hint: 'is a path at the top of the repository for every file, and no neighbour' },
];

function without(check: StructureCheck, part: (typeof parts)[number]): Mutant[] {
  if (check[part] === undefined) return [];
  const { [part]: _, ...rest } = check;
  return [{ part, check: rest }];
}
