import type { PageProblem } from '#kernel/records/page-problem.ts';

/** Problems as lines that terminals and editors can jump to, each followed by what to do about it. No line end after the last. */
export function renderProblems(problems: readonly PageProblem[]): string {
  return problems
    .flatMap(({ path, line, column, message, fix }) => [
      `${path}:${line}:${column} ${oneLine(message)}`,
      ...(fix === undefined ? [] : [`  fix: ${oneLine(fix)}`]),
    ])
    .join('\n');
}

/** A page can quote anything; what it quotes may not look like another problem, nor steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\u{FFFD}');
}
