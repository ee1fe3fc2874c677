import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledSign, GuidanceItem } from '#kernel/records/guidance.ts';
import type { EditFacts, Occasion, WorkOccasion } from '../guidance-occasion.ts';

export interface SignMatch {
  /** From 0 to 1. */
  score: number;
  why: string;
}

/** The most telling sign of an item that an occasion shows: one that asks for more is surer. */
export function matchSigns(item: GuidanceItem, occasion: Occasion): SignMatch | undefined {
  const matches = item.signs.flatMap((sign, number) => {
    const why = occasion.kind === 'task' ? showsInTask(sign, occasion.text) : showsInWork(sign, { item, number, occasion });
    return why === undefined ? [] : [{ score: Math.min(0.95, 0.5 + 0.1 * Object.keys(sign).length), why }];
  });
  return matches.toSorted((a, b) => b.score - a.score)[0];
}

export function matchesPath({ files }: Pick<GuidanceItem, 'files'>, path: string): boolean {
  return files === undefined || matchesGlobs(files, path);
}

/** At the prompt only what is asked is known. */
function showsInTask(sign: CompiledSign, text: string): string | undefined {
  return sign.asked !== undefined && Object.keys(sign).length === 1 ? found(sign.asked, text, 'im') : undefined;
}

function showsInWork(sign: CompiledSign, about: { item: GuidanceItem; number: number; occasion: WorkOccasion }): string | undefined {
  const { item, number, occasion } = about;
  if (sign.asked !== undefined && !occasion.asked.signs.includes(`${item.id}#${number}`)) return undefined;
  if (sign.run !== undefined) return occasion.run === undefined ? undefined : found(sign.run, occasion.run, 'm');
  if (Object.keys(sign).length === 1 && sign.asked !== undefined) return 'what was asked';
  for (const edit of occasion.edits) {
    const why = matchesPath(item, edit.path) ? showsInEdit(sign, edit) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
}

function showsInEdit(sign: CompiledSign, edit: EditFacts): string | undefined {
  const { files, creates, without, within, near } = sign;
  if (files !== undefined && !matchesGlobs(files, edit.path)) return undefined;
  if (creates !== undefined && !edit.creates) return undefined;
  if (without !== undefined && found(without, edit.added) !== undefined) return undefined;
  if (within !== undefined && found(within, edit.after) === undefined) return undefined;
  if (near !== undefined && found(near, edit.around) === undefined) return undefined;
  const lines = inLines(sign, edit);
  if (lines.includes(undefined)) return undefined;
  return lines.length === 0 ? edit.path : lines.join(' and ');
}

/** What each expression over changed lines matches. */
function inLines({ added, removed, changed }: CompiledSign, edit: EditFacts): (string | undefined)[] {
  return [
    ...(added === undefined ? [] : [newlyFound(added, edit.added, edit.removed)]),
    ...(removed === undefined ? [] : [newlyFound(removed, edit.removed, edit.added)]),
    ...(changed === undefined ? [] : [touched(changed, edit)]),
  ];
}

/** What an expression matches in changed lines; where only texts were reworded, in these texts. */
function touched(source: string, { texts, added, removed }: EditFacts): string | undefined {
  return texts === undefined ? (found(source, added) ?? found(source, removed)) : found(source, texts);
}

/** What an expression matches in one text and not in the other: a line that is touched for another reason has it in both. */
function newlyFound(source: string, text: string, other: string): string | undefined {
  const known = squeeze(other);
  for (const [match] of text.matchAll(cached(source, 'gm')))
    if (match.trim() !== '' && !known.includes(squeeze(match))) return quote(match);
  return undefined;
}

const longestQuote = 60;

/** What an expression matches, shortened; undefined where it matches nothing. */
function found(source: string, text: string, flags = 'm'): string | undefined {
  const match = cached(source, flags).exec(text)?.[0];
  return match === undefined ? undefined : quote(match);
}

function quote(match: string): string {
  return `\`${squeeze(match).slice(0, longestQuote)}\``;
}

function squeeze(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const expressions = new Map<string, RegExp>();

function cached(source: string, flags: string): RegExp {
  const key = `${flags}/${source}`;
  const known = expressions.get(key) ?? new RegExp(source, flags);
  expressions.set(key, known);
  return known;
}
