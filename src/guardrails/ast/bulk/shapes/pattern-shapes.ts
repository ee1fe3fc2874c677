import type { ScriptLanguage } from '../../ast-language.ts';
import { isRule, members, type RuleObject } from '../../sub-rules.ts';
import { beginningStatement, endingStatement, goingOnInStatement, notDeclaring, notOfProperty, withArguments } from './calls.ts';
import { memberDot, patternRuns } from './pattern-runs.ts';
import { type Condition, matchingWhere } from './places.ts';
import { outsideTry } from './regions.ts';
import { type Shape, withoutPlaces } from './shape.ts';

/** The runs of tokens of a pattern, each with what is asked of the place where it stands. Only the first tells its places, and none that lies in a list. */
export function patternShapes({ not, pattern }: RuleObject, language: ScriptLanguage): Shape[] {
  const { runs } = patternRuns(pattern, language);
  const outside = isOutsideTry(not) && !String(pattern).includes('try') ? [outsideTry] : [];
  return runs.map(({ arguments: count = 0, isBare, isCallOfName, isInList, source }, index) => {
    const ofCall = [...(count === 0 ? [] : [withArguments(count)]), ...(isCallOfName ? [notDeclaring] : [])];
    const shape = matchingWhere(source, [...(isBare ? [notOfProperty] : []), ...ofCall, ...outside]);
    return index === 0 && !isInList ? shape : withoutPlaces(shape);
  });
}

/** `{ pattern: return await $CALL, not: { inside: { kind: try_statement, stopBy: end } } }` */
function isOutsideTry(not: unknown): boolean {
  if (!isRule(not)) return false;
  const { any, inside, ...rest } = not;
  if (Object.keys(rest).length > 0) return false;
  if (any !== undefined) return inside === undefined && members(not, 'any').some(isOutsideTry);
  if (!isRule(inside)) return false;
  const { kind, stopBy, ...more } = inside;
  return kind === 'try_statement' && stopBy === 'end' && Object.keys(more).length === 0;
}

/** `{ kind: expression_statement, has: { pattern: setTimeout($$$ARGS) } }`: the pattern is the whole statement. */
export function statementShapes(pattern: unknown, language: ScriptLanguage): Shape[] {
  const { lead, runs } = patternRuns(pattern, language);
  const start = lead === 0 ? beginningStatement : goingOnInStatement;
  return runs.map(({ isInList, opensWhole, source }, index) => {
    const begins = index === 0 && (lead === 0 || (lead === 1 && source.startsWith(memberDot)));
    const conditions: Condition[] = [...(begins ? [start] : []), ...(opensWhole ? [endingStatement] : [])];
    const shape = matchingWhere(source, conditions);
    return index === 0 && !isInList ? shape : withoutPlaces(shape);
  });
}
