import type { TextCheck } from '#kernel/records/guardrail.ts';
import type { KindCompiler } from '../kind/check-kind.ts';
import { regexLiterals } from '../regex/regex-literals.ts';
import { regexMutants } from '../regex/regex-mutants.ts';
import { regexProblem } from '../regex/regex-problem.ts';

/** What can be wrong with a text check, what it needs to find, and its alternatives. */
export const textCompiler: KindCompiler<TextCheck> = {
  problems(check) {
    const { flags = '' } = check;
    if (regexProblem('', flags) !== undefined)
      return [{ at: ['flags'], message: '`flags` may hold each flag once, and of u and v only one.' }];
    const problem = regexProblem(check.pattern, flags);
    return problem === undefined ? [] : [{ at: ['pattern'], ...problem, message: `\`pattern\` ${problem.message}` }];
  },
  literals: (check) => regexLiterals(check.pattern, 'javascript', check.flags),
  mutants: (check) => [
    ...regexMutants(check.pattern, 'javascript').map(({ alternative, source }) => ({
      part: `pattern: ${alternative}`,
      check: { ...check, pattern: source },
    })),
    ...[...(check.flags ?? '')].map((flag) => ({
      part: `flags: ${flag}`,
      check: { ...check, flags: (check.flags ?? '').replace(flag, '') },
    })),
  ],
};
