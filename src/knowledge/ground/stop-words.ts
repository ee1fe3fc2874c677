/** Words that say nothing of what a task is about, as tasks and pages are written. */
const stopWords = new Set(
  `a about above after again all also am an and another any anybody anything are as ask asks at back be because become been before
  being below best better between both but by came can cannot come comes could did do does doing done down during each either else
  ever every everybody everything few first for from further gets get gets getting give gives go goes going gone good got had has have having
  he her here hers him his how however if in into is it its itself just keep kind know last later least less let lets like likely
  lot made make makes making many may maybe me might more most much must my need needed needs never new next no nobody none nor not nothing now
  of off often old on once one only onto or other others our ours out over own part people per please put quite rather really right
  said same saw say says see seems seen shall she should since so some somebody something soon still such sure take taken takes than that
  the their theirs them themselves then there therefore these they thing things this those though three through thus to together too
  took tries try trying twice two under until up upon us use used uses using very via want wanted wants was way we well went were what
  when where whether which while who whole whom whose why will with within without would yes yet you your yours
  const let var function return import export class public private static void null undefined true false string number boolean
  int err self def func type interface async await`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
