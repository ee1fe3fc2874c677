import type { GuidanceCase } from '#kernel/records/guidance-cases.ts';
import type { GuidanceFigures, GuidanceSet } from '#kernel/records/guidance-report.ts';
import type { Page } from '#kernel/records/page.ts';
import type { PlayedCase } from './play-case.ts';
import { type RivalTelling, tellByGlobs, tellEverything } from './rivals.ts';

/** A case with what became of it. */
export interface Outcome {
  one: GuidanceCase;
  played: PlayedCase;
}

/** Figures of all cases of one repository. `count` gives the tokens of a text. */
export function scoreSet(
  folder: string,
  outcomes: readonly Outcome[],
  about: { pages: readonly Page[]; count: (text: string) => number },
): GuidanceSet {
  const { pages, count } = about;
  const byGlobs = tellByGlobs(pages);
  const everything = tellEverything(pages);
  const ours = outcomes.map(({ one, played }) => ({ one, ...whole(played) }));
  const idle = outcomes
    .filter(({ one: { needs, may = [] } }) => needs.length + may.length === 0)
    .map(({ played }) => tokensOf(played.work.texts, count));
  return {
    folder,
    cases: outcomes.length,
    delivery: figures(ours, count),
    globs: figures(
      outcomes.map(({ one }) => ({ one, ...byGlobs(one) })),
      count,
    ),
    monolith: figures(
      outcomes.map(({ one }) => ({ one, ...everything })),
      count,
    ),
    idleTokens: sum(idle),
    idleCases: idle.filter((tokens) => tokens > 0).length,
    repeated: sum(outcomes.map(({ played: { brief, work } }) => repeats([...brief.keys, ...work.keys]))),
    forgotten: sum(outcomes.map(({ played }) => forgotten(played).length)),
    played: ours.map(({ one, items, text }) => {
      const { needed, said } = sets(one, items);
      return {
        id: one.id,
        kind: one.kind,
        missed: [...needed].filter((item) => !said.has(item)),
        needless: [...said].filter((item) => !needed.has(item)),
        tokens: count(text),
      };
    }),
  };
}

function figures(told: readonly ({ one: GuidanceCase } & RivalTelling)[], count: (text: string) => number): GuidanceFigures {
  const all = told.map(({ one, items }) => sets(one, items));
  const needed = sum(all.map((each) => each.needed.size));
  const said = sum(all.map((each) => each.said.size));
  const delivered = sum(all.map((each) => [...each.needed].filter((item) => each.said.has(item)).length));
  const cost = cachedCount(count);
  return {
    needed,
    delivered,
    said,
    recall: share(delivered, needed),
    precision: share(delivered, said),
    tokens: told.length === 0 ? 0 : sum(told.map(({ text }) => cost(text))) / told.length,
  };
}

/** The monolith is the same text in every case. */
function cachedCount(count: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const tokens = known.get(text) ?? count(text);
    known.set(text, tokens);
    return tokens;
  };
}

/** What reviewers differ on counts neither way. */
function sets({ needs, may = [] }: GuidanceCase, items: readonly string[]): { needed: Set<string>; said: Set<string> } {
  return { needed: new Set(needs.map(({ item }) => item)), said: new Set(items.filter((item) => !may.includes(item))) };
}

function whole({ brief, work }: PlayedCase): RivalTelling {
  return { items: [...brief.items, ...work.items], text: [...brief.texts, ...work.texts].join('\n') };
}

function tokensOf(texts: readonly string[], count: (text: string) => number): number {
  return sum(texts.map(count));
}

function repeats(keys: readonly string[]): number {
  return keys.length - new Set(keys).size;
}

function forgotten({ owed, again }: PlayedCase): string[] {
  const later = new Set(again.items);
  return [...new Set(owed)].filter((item) => !later.has(item));
}

function share(part: number, of: number): number {
  return of === 0 ? 1 : part / of;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
