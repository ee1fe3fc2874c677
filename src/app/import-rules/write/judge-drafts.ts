import path from 'node:path';
import { stringify } from 'yaml';
import { readPage } from '#pages/read-page.ts';
import type { Piece } from '../piece.ts';
import { headingText } from '../sort/heading-text.ts';
import { isRule } from '../sort/is-rule.ts';
import { isLabel, labelCode } from '../sort/label-code.ts';
import type { Unit } from '../unit.ts';
import type { Draft } from './draft.ts';
import { draftNotice } from './draft-notice.ts';
import { freeName } from './free-name.ts';
import { originComment } from './origins.ts';
import { topicOf } from './persona-drafts.ts';
import { wordsId } from './words-id.ts';
import type { Writer } from './writer.ts';

const notice = draftNotice(
  'To take it: name the persona that is to judge it (or better, give it a check that runs), delete it in the sources, and take .draft from the name.',
);

/** Rules that come with code which breaks and keeps them, as guardrails. What makes no sound page comes back in `others`. */
export function judgeDrafts(units: readonly Unit[], personas: readonly Draft[], writer: Writer): { drafts: Draft[]; others: Unit[] } {
  const drafts = units.map((unit) => draftOf(unit, personaFor(unit, personas), writer));
  return { drafts: drafts.filter((draft) => draft !== undefined), others: units.filter((_, index) => drafts[index] === undefined) };
}

/** The one of the same heading, else the first. */
function personaFor(unit: Unit, personas: readonly Draft[]): string {
  const near = personas.find(({ holds }) => holds.some((held) => topicOf(held.unit) === topicOf(unit))) ?? personas[0];
  return near === undefined ? 'imported-rules' : path.posix.basename(near.path, '.md.draft');
}

function draftOf(unit: Unit, persona: string, writer: Writer): Draft | undefined {
  const title = titleOf(unit);
  const id = freeName(wordsId(title), writer.taken);
  const page = `harness/guardrails/${id}.md`;
  const front = { id, title, priority: 'P2', files: unit.scope.files, check: { kind: 'judge', persona } };
  const text = `---\n${stringify(front, { lineWidth: 0 })}---\n${originComment(unit)}\n${notice}\n\n${bodyOf(unit, title, writer)}\n`;
  if (readPage(page, 'guardrail', text).problems.length > 0) {
    writer.taken.delete(id);
    return undefined;
  }
  return { path: `${page}.draft`, text, holds: [{ unit, id }] };
}

/** The heading where it says the rule; else the first sentence of what stands below it. */
function titleOf({ headings, pieces }: Unit): string {
  const heading = headings.at(-1);
  const [first] = textsOf(pieces);
  if (heading !== undefined && (first === undefined || isRule(headingText(heading)))) return headingText(heading);
  const text = (first?.text ?? '').replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').replace(/\s+/g, ' ');
  return (/^.{1,100}?(?=[.;:](?:\s|$)|$)/.exec(text)?.[0] ?? text.slice(0, 100)).replace(/[*`]/g, '').trim();
}

function bodyOf(unit: Unit, title: string, writer: Writer): string {
  const { pieces } = unit;
  const labelled = labelCode(pieces) ?? [];
  const isExample = (piece: Piece, index: number) => piece.kind === 'code' || isLabel(piece, pieces[index + 1]);
  const texts = pieces.filter((piece, index) => !isExample(piece, index)).map(({ text }) => text);
  const examples = pieces.filter(isExample).map((piece) => withVerdict(piece, labelled.find((one) => one.piece === piece)?.verdict));
  const said = (texts.length === 0 ? [title] : texts).map((text) => writer.moved(unit, 'harness/guardrails/x.md', text));
  return `${asParagraph(said).join('\n\n')}\n\n## Examples\n${examples.join('\n\n')}`;
}

function textsOf(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, index) => piece.kind !== 'break' && !isExample(piece, pieces[index + 1]));
}

function isExample(piece: Piece, next: Piece | undefined): boolean {
  return piece.kind === 'code' || isLabel(piece, next);
}

/** The first paragraph of a page is what an agent reads: a list is none. */
function asParagraph([first = '', ...rest]: readonly string[]): string[] {
  return [first.replace(/^\s*(?:[-*+•]|\d{1,9}[.)])\s+/, ''), ...rest];
}

function withVerdict({ text }: Piece, verdict: string | undefined): string {
  if (verdict === undefined) return text;
  return text.replace(
    /^\s*(`{3,}|~{3,})[ \t]*([\w+#.-]*).*$/m,
    (_, fence: string, language: string) => `${fence}${language || 'text'} ${verdict}`,
  );
}
