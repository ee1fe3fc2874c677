import type { StructureCheck } from '#kernel/records/guardrail.ts';
import type { Hit } from '../kind/check-kind.ts';
import { countLines } from './count-lines.ts';
import { longFunctions } from './long-functions.ts';

/** What is too long in a file. */
export function checkLengths({ path, text }: { path: string; text: string }, { maxFunctionLines, maxLines }: StructureCheck): Hit[] {
  const lines = countLines(text);
  const long: Hit[] =
    maxLines !== undefined && lines > maxLines ? [{ path, symbol: 'maxLines', detail: `${lines} lines, at most ${maxLines}` }] : [];
  return maxFunctionLines === undefined || lines <= maxFunctionLines ? long : [...long, ...longFunctions({ path, text }, maxFunctionLines)];
}
