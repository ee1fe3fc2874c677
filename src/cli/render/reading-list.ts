import type { ReadingEntry, ReadingList } from '#kernel/records/reading-list.ts';
import { type Colors, createColors } from './colors.ts';
import { hang } from './hang.ts';
import { printable } from './printable.ts';

interface View {
  colors: Colors;
  columns: number | undefined;
}

/** A reading list for a person at a terminal. */
export function renderReadingList(list: ReadingList, about: { colors: boolean; columns: number | undefined }): string {
  const view = { colors: createColors(about.colors), columns: about.columns };
  const parts = [
    part(
      'Read first',
      list.reading.map((entry) => readingLine(entry, view)),
      view,
    ),
    part('See that it works', qaLines(list, view), view),
    part('Who will judge it', judgeLines(list, view), view),
    part(
      'Files it will most likely touch',
      list.files.map(({ path, why, tokens }) => item(`${path} (~${tokens})`, why, view)),
      view,
    ),
    part(
      'Who answers for them',
      list.owners.map((owner) => item(owner, '', view)),
      view,
    ),
    part(
      'Work like this before',
      list.history.map(({ path, title }) => item(path, title, view)),
      view,
    ),
    part(
      'Left out',
      list.leftOut.map(({ path, section, title, tokens }) => item(`${address(path, section)} (${tokens})`, title, view)),
      view,
    ),
  ].filter((text) => text !== '');
  const { pages, files, commits } = list.index;
  const end = `${list.tokens} of ${list.budget} tokens of reading; looked through ${pages} documents, ${files} files and ${commits} commits.`;
  const none = list.reading.length === 0 ? ['Nothing is written that bears on this task.\n'] : [];
  return `${[...none, ...parts].join('\n')}\n${view.colors.dim(end)}\n`;
}

function part(title: string, lines: readonly string[], { colors }: View): string {
  return lines.length === 0 ? '' : `${colors.bold(title)}\n${lines.join('\n')}\n`;
}

function readingLine({ number, path, section, title, why, tokens }: ReadingEntry, { colors, columns }: View): string {
  const lead = `${String(number).padStart(2)}. `;
  const head = `${printable(title)} ${colors.dim(`(${tokens})`)}`;
  const where = path === undefined ? '' : `\n    ${colors.cyan(printable(address(path, section)))}`;
  return `${lead}${head}${where}\n    ${hang(printable(why), 4, columns)}`;
}

function qaLines({ qa }: ReadingList, view: View): string[] {
  const journeys = qa.journeys.map(({ path, title, screens, routes, steps, why }) => {
    const where = [...screens, ...routes].slice(0, 6).join(', ');
    return item(`play "${title}" (${steps} steps)`, `${path}; ${why}${where === '' ? '' : `; ${where}`}`, view);
  });
  return [...journeys, ...qa.tests.map((path) => item(`run ${path}`, '', view))];
}

function judgeLines({ judges }: ReadingList, view: View): string[] {
  return [
    ...judges.guardrails.map(({ id, title, priority = '' }) => item(`${id} ${priority}`.trim(), title, view)),
    ...judges.bullets.map(({ persona, bullet, text }) => item(`${persona}/${bullet}`, text, view)),
  ];
}

function item(head: string, about: string, { colors, columns }: View): string {
  const text = about === '' ? '' : `\n      ${hang(colors.dim(printable(about)), 6, columns)}`;
  return `  - ${printable(head)}${text}`;
}

function address(path: string | undefined, section: string | undefined): string {
  return `${path ?? ''}${section === undefined ? '' : `#${section}`}`;
}
