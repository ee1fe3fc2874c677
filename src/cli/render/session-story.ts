import type { SessionStory, StoryMoment } from '#kernel/records/session-story.ts';
import { type Colors, createColors } from './colors.ts';
import { hang } from './hang.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

interface Style {
  colors: boolean;
  /** Also moments at which nothing was said. */
  all: boolean;
  columns: number;
}

/** What a person reads of a session: each moment, what was said, and why. */
export function renderStory(story: SessionStory, style: Style): string {
  const colors = createColors(style.colors);
  const told = story.moments.filter((moment) => style.all || isTold(moment));
  const silent = story.moments.length - told.length;
  const { summary } = story;
  const lines = [
    colors.bold(`Session ${printable(story.session)} of ${printable(story.agent)}`),
    ...told.flatMap((moment) => renderMoment(moment, { colors, columns: style.columns })),
    '',
    `Told ${plural(summary.told, 'time')}, ${plural(summary.tokens, 'token')} of bullets and pages. ${plural(summary.findings, 'finding')}: ${summary.mended} mended, ${summary.open} open. Denied ${plural(summary.denied, 'command')}, held ${plural(summary.held, 'time')}.`,
    ...(summary.faults === 0 ? [] : [`${plural(summary.faults, 'fault')} of ours; the agent went on.`]),
    ...(silent === 0 ? [] : [`${plural(silent, 'moment')} without a word: --all shows them.`]),
  ];
  return `${lines.join('\n')}\n`;
}

function isTold({ text, moment, held }: StoryMoment): boolean {
  return text !== undefined || held.length > 0 || !['session-start', 'pre-tool', 'prompt'].includes(moment);
}

function renderMoment(moment: StoryMoment, { colors, columns }: { colors: Colors; columns: number }): string[] {
  const who = moment.subagent === undefined ? '' : ` (sub-agent ${printable(moment.subagent)})`;
  const cost = moment.tokens === undefined ? '' : `, ${plural(moment.tokens, 'token')}`;
  const row = (sign: string, { item, score, why }: StoryMoment['said'][number]) =>
    `    ${sign} ${printable(item)} ${score.toFixed(2)} ${colors.dim(hang(printable(why), 8, columns))}`;
  return [
    '',
    `${colors.dim(moment.at.slice(11, 19))} ${colors.bold(moment.moment)}${who} ${printable(moment.about)}${cost}`,
    ...(moment.text ?? '')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [`    ${colors.cyan('|')} ${hang(printable(line), 6, columns)}`])),
    ...moment.said.map((one) => row(colors.green('said'), one)),
    ...moment.held.map((one) => row(colors.yellow('held back'), one)),
    ...(moment.findings.length === 0 || moment.text !== undefined ? [] : [`    ${moment.findings.map(printable).join(', ')}`]),
  ];
}
