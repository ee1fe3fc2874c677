import { type Partners, partnersIn } from './brackets.ts';
import { lookingAtBrackets, matching, type Shape } from './shape.ts';

/** Made for a file: whether what was found between two indexes of its code can be what a rule asks for. */
export type Condition = (code: string, partners: Partners) => (start: number, end: number) => boolean;

/** Somewhere in the code, where all conditions hold. */
export function matchingWhere(source: string, conditions: readonly Condition[]): Shape {
  if (conditions.length === 0) return matching(source);
  const regex = new RegExp(source, 'g');
  return lookingAtBrackets((file) => {
    const { code } = file;
    let accepts: ReturnType<Condition>[] | undefined;
    regex.lastIndex = 0;
    for (let match = regex.exec(code); match !== null; match = regex.exec(code)) {
      const partners = partnersIn(file);
      if (partners === undefined) return true;
      accepts ??= conditions.map((condition) => condition(code, partners));
      const [start, end] = [match.index, regex.lastIndex];
      if (accepts.every((accept) => accept(start, end))) return true;
      regex.lastIndex = start + 1;
    }
    return false;
  });
}
