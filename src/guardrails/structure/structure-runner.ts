import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { StructureCheck } from '#kernel/records/guardrail.ts';
import type { Hit, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { countLines } from './count-lines.ts';
import { expandNeighbour } from './expand-neighbour.ts';
import { longFunctions } from './long-functions.ts';

/**
 * Looks at what files there are, what they are called and how long they are. A hit on a whole file has no text to be
 * recognised by, so the key that it breaks stands in for the symbol.
 */
export const structureRunner: TreeRunner = {
  scope: 'tree',
  inPortions: true,
  checkTree(rule, context) {
    const { check } = rule;
    if (check.kind !== 'structure') return [];
    return [...missingFile(rule, check, context), ...context.paths.flatMap((path) => checkPath(path, check, context))];
  },
};

/** Something can be missing from the whole only. */
function missingFile(rule: CompiledRule, check: StructureCheck, context: TreeContext): Hit[] {
  if (check.required !== true || !context.whole) return [];
  const found = context.tree.paths().some((path) => matchesGlobs(rule.files, path));
  return found ? [] : [{ path: rule.files.first ?? '', symbol: 'required', detail: 'no such file' }];
}

function checkPath(path: string, check: StructureCheck, context: TreeContext): Hit[] {
  return [...checkName(path, check), ...checkNeighbour(path, check, context), ...checkText(path, check, context)];
}

function checkName(path: string, check: StructureCheck): Hit[] {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const hits: Hit[] = check.forbidden === true ? [{ path, symbol: 'forbidden' }] : [];
  if (check.name !== undefined && !new RegExp(check.name).test(base))
    hits.push({ path, symbol: 'name', detail: `"${base}" does not match ${check.name}` });
  return hits;
}

function checkNeighbour(path: string, check: StructureCheck, context: TreeContext): Hit[] {
  if (check.requires === undefined) return [];
  const neighbour = expandNeighbour(check.requires, path);
  if (neighbour === undefined) return [{ path, symbol: 'requires', detail: `${check.requires} leads out of the repository` }];
  return neighbour === path || context.tree.has(neighbour) ? [] : [{ path, symbol: 'requires', detail: `${neighbour} is missing` }];
}

function checkText(path: string, check: StructureCheck, context: TreeContext): Hit[] {
  const { maxFunctionLines, maxLines } = check;
  if (maxLines === undefined && maxFunctionLines === undefined) return [];
  const text = context.tree.read(path);
  if (text === undefined) return [];
  const lines = countLines(text);
  const long: Hit[] =
    maxLines !== undefined && lines > maxLines ? [{ path, symbol: 'maxLines', detail: `${lines} lines, at most ${maxLines}` }] : [];
  return maxFunctionLines === undefined || lines <= maxFunctionLines ? long : [...long, ...longFunctions({ path, text }, maxFunctionLines)];
}
