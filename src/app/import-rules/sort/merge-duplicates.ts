import { saidBy, type Unit } from '../unit.ts';

/** What several files say about the same files of code is said once, with all its origins; the widest of them keeps it. */
export function mergeDuplicates(units: readonly Unit[]): Unit[] {
  const widest = new Map<string, Unit>();
  for (const unit of units)
    if (isAbout(unit, '**') && !widest.has(saidBy(unit))) widest.set(saidBy(unit), { ...unit, also: [...unit.also] });
  const kept = new Map<string, Unit>();
  for (const unit of units) {
    const said = saidBy(unit);
    const key = `${unit.scope.files.join('\n')}\n\n${said}`;
    const same = kept.get(key) ?? (widest.has(said) && !isAbout(unit, '**') ? widest.get(said) : undefined);
    if (same === undefined) kept.set(key, widest.get(said) ?? { ...unit, also: [...unit.also] });
    else same.also.push(...unit.pieces);
  }
  return [...kept.values()];
}

function isAbout({ scope }: Unit, glob: string): boolean {
  return scope.files.includes(glob);
}
