import { stringify } from 'yaml';
import { readPage } from '#pages/read-page.ts';
import { slugOf } from '../../guardrail/import/slug-of.ts';
import { headingText } from '../sort/heading-text.ts';
import type { Unit } from '../unit.ts';
import type { Draft } from './draft.ts';
import { draftNotice } from './draft-notice.ts';
import { freeName } from './free-name.ts';
import { originComment } from './origins.ts';
import type { Writer } from './writer.ts';

const notice = draftNotice('To take it: follow the steps once, delete them in the sources, and take .draft from the name.');

/** Steps as runbooks. What makes no sound page comes back in `others`. */
export function runbookDrafts(units: readonly Unit[], writer: Writer): { drafts: Draft[]; others: Unit[] } {
  const drafts = units.map((unit) => draftOf(unit, writer));
  return { drafts: drafts.filter((draft) => draft !== undefined), others: units.filter((_, index) => drafts[index] === undefined) };
}

function draftOf(unit: Unit, writer: Writer): Draft | undefined {
  const heading = unit.headings.at(-1);
  const title = heading === undefined ? `Steps of ${unit.name}` : headingText(heading);
  const name = freeName(`imported-${slugOf(title)}`, writer.taken);
  const path = `harness/runbooks/${name}.md`;
  const steps = writer.moved(unit, path, unit.pieces.map(({ text }) => text).join('\n'));
  const text = `---\n${stringify({ title }, { lineWidth: 0 })}---\n${originComment(unit)}\n${notice}\n\n## Steps\n${steps}\n`;
  if (title !== '' && readPage(path, 'runbook', text).problems.length === 0)
    return { path: `${path}.draft`, text, holds: [{ unit, id: '' }] };
  writer.taken.delete(name);
  return undefined;
}
