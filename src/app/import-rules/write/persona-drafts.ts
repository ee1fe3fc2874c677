import { stringify } from 'yaml';
import { groupBy } from '#kernel/group-by.ts';
import { readPage } from '#pages/read-page.ts';
import { slugOf } from '../../guardrail/import/slug-of.ts';
import { headingText } from '../sort/heading-text.ts';
import type { Unit } from '../unit.ts';
import type { Draft } from './draft.ts';
import { draftNotice } from './draft-notice.ts';
import { freeName } from './free-name.ts';
import { originComment, originsOf } from './origins.ts';
import { wordsId } from './words-id.ts';
import type { Writer } from './writer.ts';

const notice = draftNotice(
  'To take it: say whose eyes these are, keep the bullets that a reviewer can see in a change, delete them in the sources, and take .draft from the name.',
);

/** More would be longer than the reader of pages takes. */
const mostBullets = 200;

/** Rules about the same files below the same heading, as one persona each. What makes no bullet comes back in `others`. */
export function personaDrafts(units: readonly Unit[], writer: Writer): { drafts: Draft[]; others: Unit[] } {
  const groups = [...groupBy(units, groupKey).values()].flatMap((group) => inParts(group, mostBullets));
  const drafts = groups.map(
    (group) =>
      draftOf(group, writer) ??
      draftOf(
        group.filter((unit) => isBullet(unit, writer)),
        writer,
      ),
  );
  const taken = new Set(drafts.flatMap((draft) => draft?.holds.map(({ unit }) => unit) ?? []));
  return { drafts: drafts.filter((draft) => draft !== undefined), others: units.filter((unit) => !taken.has(unit)) };
}

function inParts<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
}

function isBullet(unit: Unit, writer: Writer): boolean {
  return isSound(renderPersona('probe', [{ unit, id: 'probe' }], writer), 'probe');
}

export function topicOf({ headings, name }: Unit): string {
  const [highest] = headings;
  return highest === undefined ? name : headingText(highest) || name;
}

function groupKey(unit: Unit): string {
  return JSON.stringify([unit.scope.files, unit.scope.when, slugOf(topicOf(unit))]);
}

function draftOf(units: readonly Unit[], writer: Writer): Draft | undefined {
  const [first] = units;
  if (first === undefined) return undefined;
  const ids = new Set<string>();
  const holds = units.map((unit) => ({ unit, id: freeName(wordsId(withoutCode(textOf(unit))), ids) }));
  const name = freeName(`imported-${slugOf(topicOf(first))}`, writer.taken);
  const text = renderPersona(name, holds, writer);
  if (isSound(text, name)) return { path: `harness/personas/${name}.md.draft`, text, holds };
  writer.taken.delete(name);
  return undefined;
}

/** A draft that is one word away from being in force must be a page without a mistake. */
function isSound(text: string, name: string): boolean {
  return readPage(`harness/personas/${name}.md`, 'persona', text).problems.length === 0;
}

function renderPersona(name: string, holds: Draft['holds'], writer: Writer): string {
  const first = holds[0]?.unit;
  if (first === undefined) return '';
  const files = [...new Set(holds.flatMap(({ unit }) => originsOf(unit).map((origin) => origin.replace(/:[\d-]+$/, ''))))];
  const front = { name, files: first.scope.files, when: first.scope.when ?? 'a change touches these files' };
  const sections = [...groupBy(holds, ({ unit }) => unit.headings.slice(1).map(headingText).join(': '))];
  const body = sections.map(([title, bullets]) => {
    const list = bullets
      .map(({ unit, id }, index) => `${index % 20 === 19 ? '\n' : ''}${renderBullet(unit, id, { name, writer })}\n  ${originComment(unit)}`)
      .join('\n');
    return title === '' ? list : `## ${title}\n${list}`;
  });
  const intro = `Whoever wrote what ${files.join(', ')} ${files.length === 1 ? 'says' : 'say'} of ${topicOf(first).replace(/[-_]/g, ' ')}.`;
  return `---\n${stringify(front, { lineWidth: 0 })}---\n${notice}\n\n${intro}\n\n${body.join('\n\n')}\n`;
}

/** The text as it stands, its other lines brought below the first. */
function renderBullet(unit: Unit, id: string, { name, writer }: { name: string; writer: Writer }): string {
  const [first = '', ...rest] = writer.moved(unit, `harness/personas/${name}.md`, textOf(unit)).split('\n');
  return [`- [${id}] ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** Without the marker of its list, and as far left as its lines go together. */
function textOf({ pieces }: Unit): string {
  const [first = '', ...rest] = pieces
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\t', '    ')
    .split('\n');
  const widths = rest.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...widths);
  const below = rest.map((line) => (line.trim() === '' ? '' : line.slice(indent)));
  return [first.replace(/^\s*(?:[-*+•]|\d{1,9}[.)])\s+/, '').trimStart(), ...below].join('\n');
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*/, '');
}
