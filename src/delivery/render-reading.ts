import type { ReadingEntry, ReadingList } from '#kernel/records/reading-list.ts';

const mostWhyChars = 90;
const mostTitleChars = 60;
const mostSmall = 6;

/**
 * A reading list in an agent's words, in at most `maxChars`: what to read first, then how to see that it works and who judges. What does
 * not fit is dropped from the end of its own part, never in the middle of an entry; the last line says what is left out and how to see it.
 */
export function renderReading(list: ReadingList, { maxChars, seeMore }: { maxChars: number; seeMore: string }): string {
  for (let entries = list.reading.length; ; entries--) {
    for (const small of [mostSmall, 4, 2, 1]) {
      const text = assemble(list, { entries, small, seeMore });
      if (text.length <= maxChars || (entries <= 1 && small === 1)) return text;
    }
  }
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
  const journeys = qa.journeys.slice(0, Math.max(1, most - 2)).map(({ path, title, steps, screens }) => {
    const where = screens.length === 0 ? '' : `, screens ${screens.slice(0, 5).join(', ')}`;
    return `- ${cut(title, mostTitleChars)} (${steps} steps${where}): ${path}`;
  });
  const tests = qa.tests.length === 0 ? [] : [`- run ${qa.tests.slice(0, most).join(', ')}`];
  return journeys.length + tests.length === 0 ? [] : ['Then see that it works; play:', ...journeys, ...tests];
}

function judgeLines({ judges }: ReadingList, most: number): string[] {
  const guardrails = judges.guardrails.slice(0, most).map(({ id, priority }) => (priority === undefined ? id : `${id} (${priority})`));
  const bullets = judges.bullets.slice(0, most).map(({ persona, bullet }) => `${persona}/${bullet}`);
  return [...listLine('Guardrails that judge it', guardrails, most), ...listLine('Reviewers look for', bullets, most)];
}

function listLine(name: string, items: readonly string[], most: number): string[] {
  return items.length === 0 ? [] : [`${name}: ${items.slice(0, most).join(', ')}`];
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
