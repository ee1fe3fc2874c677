import { runLimited } from '#platform/process/run-limited.ts';
import { matchCost } from '../regex/match-cost.ts';
import { asPosition } from './as-position.ts';
import type { ToolOutput, ToolResult } from './tool-result.ts';

/** What a terminal would take for colours. */
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');
/** Longer lines are no messages. */
const longestLine = 10_000;
const harmlessSteps = 10_000_000;
const limitMs = 500;

/** The lines that a pattern with the named groups path, line, column, rule and message matches. */
export function readLines(text: string, pattern: string, what: string): ToolOutput {
  const regex = new RegExp(pattern);
  const lines = text
    .replace(escapes, '')
    .split(/\r?\n/)
    .filter((line) => line.length <= longestLine);
  const work = () => lines.flatMap((line) => toResult(regex.exec(line)));
  const longest = lines.reduce((length, line) => Math.max(length, line.length), 0);
  const isHarmless = matchCost(pattern, longest) <= harmlessSteps;
  return { results: isHarmless ? work() : runLimited(work, { limitMs, what: `the pattern on ${what}` }), notes: [] };
}

function toResult(match: RegExpExecArray | null): ToolResult[] {
  if (match === null) return [];
  const { path, line, column, rule, message } = match.groups ?? {};
  return [
    {
      message: message ?? match[0],
      ...(path === undefined ? {} : { path }),
      ...(rule === undefined ? {} : { rule }),
      ...asPosition('line', Number(line)),
      ...asPosition('column', Number(column)),
    },
  ];
}
