import { type Partners, partnersIn } from '../../../lexer/brackets.ts';
import type { Code } from '../../../lexer/code.ts';
import { lookingAtBrackets, matching, type Shape } from './shape.ts';

/** Made for a file: whether what was found between two indexes of its code can be what a rule asks for. */
export type Condition = (code: string, partners: Partners) => (start: number, end: number) => boolean;

/** Somewhere in the code, where all conditions hold. */
export function matchingWhere(source: string, conditions: readonly Condition[]): Shape {
  if (conditions.length === 0) return matching(source);
  const regex = new RegExp(source, 'g');
  const shape: Shape = (file) => {
    for (const _ of startsWhere(file, regex, conditions)) return true;
    return false;
  };
  const places = (file: Code) => {
    const starts = [...startsWhere(file, regex, conditions)];
    return starts.includes(anywhere) ? undefined : starts.map((start) => file.textIndex(start));
  };
  return lookingAtBrackets(Object.assign(shape, { places }));
}

const anywhere = -1;

/** In the order of the code; `anywhere` where its brackets cannot be paired. */
function* startsWhere(file: Code, regex: RegExp, conditions: readonly Condition[]): Generator<number> {
  const { code } = file;
  let accepts: ReturnType<Condition>[] | undefined;
  regex.lastIndex = 0;
  for (let match = regex.exec(code); match !== null; match = regex.exec(code)) {
    const partners = partnersIn(file);
    if (partners === undefined) {
      yield anywhere;
      return;
    }
    accepts ??= conditions.map((condition) => condition(code, partners));
    const [start, end] = [match.index, regex.lastIndex];
    if (accepts.every((accept) => accept(start, end))) yield start;
    regex.lastIndex = start + 1;
  }
}
