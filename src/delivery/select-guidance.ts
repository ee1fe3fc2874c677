import type { GuidanceIndex, GuidanceItem, Weighed } from '#kernel/records/guidance.ts';
import { type Candidate, type Choice, chooseItems } from './guidance/choose-items.ts';
import { matchesPath, matchSigns, type SignMatch } from './guidance/match-signs.ts';
import { overlap } from './guidance/overlap.ts';
import type { Asked, Occasion, TaskOccasion } from './guidance-occasion.ts';
import type { SessionLedger } from './session-ledger.ts';

export type { Candidate, Choice } from './guidance/choose-items.ts';

/** An item without signs whose words are as near as this is said; one that is half as near is kept for who asks why. */
const nearEnough = 0.34;

/** What is said at an occasion, of all that bears on it, and what was near and is not. */
export function selectGuidance(index: GuidanceIndex, occasion: Occasion, ledger: SessionLedger): Choice {
  const candidates = index.items.flatMap((item) => [...weigh(item, occasion), ...waiting(item, ledger)].slice(0, 1));
  const likely = candidates.filter(({ score }) => score >= nearEnough);
  const near = candidates.filter(({ score }) => score < nearEnough).toSorted((a, b) => b.score - a.score);
  const { said, held } = chooseItems(likely, index, ledger);
  return { said, held: [...held, ...near.map(({ item, score }): Weighed => ({ item: item.id, score, why: 'not sure enough' }))] };
}

/** What did not fit in at an earlier moment. */
export function dueGuidance(index: GuidanceIndex, ledger: SessionLedger): Choice {
  return chooseItems(
    index.items.flatMap((item) => waiting(item, ledger)),
    index,
    ledger,
  );
}

function waiting(item: GuidanceItem, { waiting: known }: SessionLedger): Candidate[] {
  const weighed = known.get(item.id);
  return weighed === undefined ? [] : [candidate(item, weighed.score, 'did not fit in before')];
}

/** What was said before the context window was compacted, and is not in it any more. */
export function recallGuidance(index: GuidanceIndex, ledger: SessionLedger): Choice {
  const candidates = index.items.flatMap((item): Candidate[] => {
    const times = ledger.saidEver.get(item.id) ?? 0;
    return times === 0 ? [] : [candidate(item, 0.5, 'said before the compaction')];
  });
  return chooseItems(candidates, index, ledger);
}

/** What a task has in common with the guidance, for what is done later: no word of it is kept that could be a secret. */
export function askedOf(index: GuidanceIndex, { text, words }: TaskOccasion): Asked {
  const known = new Set(index.items.flatMap((item) => Object.keys(item.words ?? {})));
  const signs = index.items.flatMap((item) =>
    item.signs.flatMap((sign, number) =>
      sign.asked !== undefined && new RegExp(sign.asked, 'im').test(text) ? [`${item.id}#${number}`] : [],
    ),
  );
  return { signs, words: Object.fromEntries(Object.entries(words).filter(([word]) => known.has(word))) };
}

function weigh(item: GuidanceItem, occasion: Occasion): Candidate[] {
  if (item.words === undefined) {
    const match = matchSigns(item, occasion);
    return match === undefined ? [] : [candidate(item, match.score, match.why)];
  }
  const match = overlapWith(item, occasion);
  return match === undefined || match.score < nearEnough / 2 ? [] : [candidate(item, match.score, match.why)];
}

/** Where a page gives no signs, its words are compared with those of the work; the task counts half. */
function overlapWith(item: GuidanceItem, occasion: Occasion): SignMatch | undefined {
  const words = item.words ?? {};
  if (occasion.kind === 'task') return item.kind === 'bullet' || item.kind === 'guardrail' ? undefined : overlap(words, [occasion.words]);
  const edits = occasion.edits.filter(({ path }) => matchesPath(item, path));
  return edits.map((edit) => overlap(words, [edit.words, occasion.asked.words])).toSorted((a, b) => b.score - a.score)[0];
}

function candidate(item: GuidanceItem, score: number, why: string): Candidate {
  return { item, key: `item:${item.id}`, score, why };
}
