import type { ReadingEntry, ReadingList } from '#kernel/records/reading-list.ts';

const mostWhyChars = 90;
const mostTitleChars = 60;

/**
 * A reading list in an agent's words, in at most `maxChars`: what to read first, then how to see that it works and who judges. What does
 * not fit is dropped from the end of its own part, never in the middle of an entry; the last line says what is left out and how to see it.
 */
export function renderReading(list: ReadingList, { maxChars, seeMore }: { maxChars: number; seeMore: string }): string {
  for (const size of sizesOf(list.reading.length)) {
    const text = assemble(list, { ...size, seeMore });
    if (text.length <= maxChars) return text;
  }
  return assemble(list, { entries: 0, small: 0, seeMore }).slice(0, maxChars);
}

/** From everything down to nothing: first the reading down to what matters most, then the other parts, in turn. */
function sizesOf(entries: number): { entries: number; small: number }[] {
  const sizes: { entries: number; small: number }[] = [];
  for (const { least, small } of [
    { least: 7, small: 6 },
    { least: 5, small: 4 },
    { least: 4, small: 3 },
    { least: 2, small: 2 },
    { least: 1, small: 1 },
  ])
    for (let count = entries; count >= Math.min(least, entries); count--) sizes.push({ entries: count, small });
  return sizes;
}

function assemble(list: ReadingList, { entries, small, seeMore }: { entries: number; small: number; seeMore: string }): string {
  const shown = list.reading.slice(0, entries);
  const tokens = shown.reduce((sum, entry) => sum + entry.tokens, 0);
  const lead = shown.length === 0 ? ['Nothing is written that bears on this task.'] : [`Before you plan, read (${number(tokens)} tokens):`];
  const hidden = list.reading.length - shown.length;
  return [
    ...lead,
    ...shown.map(entryLine),
    ...qaLines(list, small),
    ...judgeLines(list, small),
    ...listLine(
      'Likely files',
      list.files.map(({ path }) => path),
      small,
    ),
    ...listLine('Owners', list.owners, 4),
    ...leftOutLine(list, { hidden, seeMore }),
  ].join('\n');
}

function entryLine({ number: place, path, section, title, tokens, why }: ReadingEntry): string {
  const where = path === undefined ? '' : ` ${path}${section === undefined ? '' : `#${section}`}`;
  return `${place}.${where} (${number(tokens)}) ${cut(title, mostTitleChars)}: ${cut(why, mostWhyChars)}`;
}

function qaLines({ qa }: ReadingList, most: number): string[] {
  const journeys = qa.journeys.slice(0, Math.min(3, most)).map(({ path, title, steps, screens }) => {
    const where = screens.length === 0 ? '' : `, screens ${screens.slice(0, 5).join(', ')}`;
    return `- ${cut(title, mostTitleChars)} (${steps} steps${where}): ${path}`;
  });
  const tests = qa.tests.length === 0 ? [] : [`- run ${qa.tests.slice(0, most).join(', ')}`];
  return journeys.length + tests.length === 0 || most === 0 ? [] : ['Then see that it works; play:', ...journeys, ...tests];
}

function judgeLines({ judges }: ReadingList, most: number): string[] {
  const guardrails = judges.guardrails.slice(0, most).map(({ id, priority }) => (priority === undefined ? id : `${id} (${priority})`));
  const bullets = judges.bullets.slice(0, most).map(({ persona, bullet }) => `${persona}/${bullet}`);
  return [...listLine('Guardrails that judge it', guardrails, most), ...listLine('Reviewers look for', bullets, most)];
}

function listLine(name: string, items: readonly string[], most: number): string[] {
  return items.length === 0 || most === 0 ? [] : [`${name}: ${items.slice(0, most).join(', ')}`];
}

function leftOutLine({ leftOut }: ReadingList, { hidden, seeMore }: { hidden: number; seeMore: string }): string[] {
  const count = leftOut.length + hidden;
  if (count === 0) return [];
  const tokens = leftOut.reduce((sum, piece) => sum + piece.tokens, 0);
  const size = tokens === 0 ? '' : ` (${number(tokens)} tokens over the budget or the limit)`;
  return [`Left out: ${count} more${size}; all of them: ${seeMore}`];
}

/** Titles come from files of anybody. */
function cut(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
