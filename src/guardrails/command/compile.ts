import type { CommandCheck, Deny } from '#kernel/records/guardrail.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';
import { regexMutants } from '../regex/regex-mutants.ts';
import { regexProblem } from '../regex/regex-problem.ts';
import { searchTexts } from './search-texts.ts';

type Conditions = Pick<Deny, 'anyFlag' | 'anyArg'>;
type Place = (string | number)[];

/** What can be wrong with a command check, the programs it speaks of, and its parts. */
export const commandCompiler: KindCompiler<CommandCheck> = {
  problems: (check) => check.deny.flatMap((deny, at) => denyProblems(deny, ['deny', at])),
  literals: (check) => [[...new Set(check.deny.map(({ program }) => program))]],
  mutants: (check) => check.deny.flatMap((deny, at) => denyMutants(check, deny, at)),
};

function denyProblems(deny: Deny, at: Place): CheckProblem[] {
  const problems = [...conditionProblems(deny, at), ...conditionProblems(deny.unless ?? {}, [...at, 'unless'])];
  if (/[\s/\\'"$]/.test(deny.program)) {
    problems.push({
      at: [...at, 'program'],
      message: `\`${deny.program}\` is not the name of a program: paths and arguments never match here.`,
      fix: 'Give the name alone, such as `git`; `subcommand`, `anyFlag` and `anyArg` say the rest.',
    });
  }
  if (deny.subcommand !== undefined && !/^[^\s-]\S*(?: [^\s-]\S*)*$/.test(deny.subcommand)) {
    problems.push({
      at: [...at, 'subcommand'],
      message: `\`${deny.subcommand}\` is not a subcommand: words that do not begin with a dash, with one space between them.`,
      fix: 'Write it as in `remote set-url`; flags belong in `anyFlag`.',
    });
  }
  if (deny.unless && !deny.unless.anyFlag && !deny.unless.anyArg) {
    problems.push({
      at: [...at, 'unless'],
      message: '`unless` says nothing, so that the entry would deny nothing.',
      fix: 'Give it `anyFlag` or `anyArg`, or leave it out.',
    });
  }
  return problems;
}

function conditionProblems({ anyFlag = [], anyArg }: Conditions, at: Place): CheckProblem[] {
  const flags = anyFlag.flatMap((flag, index) =>
    /^(?:-[^\s=-]|--[^\s=-])[^\s]*$/.test(flag)
      ? []
      : [
          {
            at: [...at, 'anyFlag', index],
            message: `\`${flag}\` is not a flag.`,
            fix: 'A flag begins with a dash and has no spaces, such as `-f` or `--force`; what has no dash is matched by `anyArg`.',
          },
        ],
  );
  return [...flags, ...(anyArg === undefined ? [] : argProblems(anyArg, [...at, 'anyArg']))];
}

function argProblems(anyArg: string, at: Place): CheckProblem[] {
  const problem = regexProblem(anyArg, '');
  if (problem !== undefined) return [{ at, ...problem, message: `\`anyArg\` ${problem.message}` }];
  const message = slowness(anyArg);
  return message === undefined ? [] : [{ at, message, fix: 'Avoid a repeat inside a repeat, such as (a+)+.' }];
}

/** Texts on which an expression that backtracks without end shows it. */
function slowness(pattern: string): string | undefined {
  const seeds = new Set(['a', '0', '/', '-', '.', ' ', ':', '+', 'a/', 'a.', 'a-', ...(pattern.match(/[\w/:.-]/g) ?? [])]);
  const probes = [...seeds].slice(0, 40).map((seed) => `${seed.repeat(64)}\x01`);
  // A machine that is busy may stand still for so long once: what backtracks without end does so each time.
  const isQuick = [1, 2, 3].some(() => searchTexts(pattern, probes, 200) !== undefined);
  return isQuick ? undefined : 'The pattern backtracks without end on some arguments, so that a command could not be judged in time.';
}

function denyMutants(check: CommandCheck, deny: Deny, at: number): Mutant[] {
  const { anyFlag: _flags, anyArg: _arg, ...place } = deny;
  const { subcommand, ...anySubcommand } = deny;
  const { unless, ...unconditional } = deny;
  const replaced = (part: string, entry: Deny): Mutant => ({
    part: `deny[${at}]${part}`,
    check: { ...check, deny: check.deny.with(at, entry) },
  });
  const excuses = conditionMutants(unless ?? {}).filter(({ left }) => left.anyFlag || left.anyArg);
  return [
    { part: `deny[${at}]`, check: { ...check, deny: check.deny.toSpliced(at, 1) } },
    ...(subcommand === undefined ? [] : [replaced(`.subcommand ${subcommand}`, anySubcommand)]),
    ...conditionMutants(deny).map(({ part, left }) => replaced(`.${part}`, { ...place, ...left })),
    ...(unless ? [replaced('.unless', unconditional)] : []),
    ...excuses.map(({ part, left }) => replaced(`.unless.${part}`, { ...deny, unless: left })),
  ];
}

/** The conditions that are left when one flag, the expression, or one of its alternatives is taken out. */
function conditionMutants({ anyFlag, anyArg }: Conditions): { part: string; left: Conditions }[] {
  const flagsLeft = anyFlag ? { anyFlag } : {};
  const argLeft = anyArg === undefined ? {} : { anyArg };
  const flags = (anyFlag ?? []).map((flag, at, all) => ({
    part: `anyFlag ${flag}`,
    left: all.length > 1 ? { ...argLeft, anyFlag: all.toSpliced(at, 1) } : argLeft,
  }));
  if (anyArg === undefined) return flags;
  const alternatives = regexMutants(anyArg, 'javascript').map(({ alternative, source }) => ({
    part: `anyArg: ${alternative}`,
    left: { ...flagsLeft, anyArg: source },
  }));
  return [...flags, { part: 'anyArg', left: flagsLeft }, ...alternatives];
}
