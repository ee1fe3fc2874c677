import { groupBy } from '#kernel/group-by.ts';
import { slugOf } from '../../guardrail/import/slug-of.ts';
import type { Piece } from '../piece.ts';
import { headingDepth, headingText } from '../sort/heading-text.ts';
import type { Unit } from '../unit.ts';
import type { Draft } from './draft.ts';
import { freeName } from './free-name.ts';
import { originComment } from './origins.ts';
import type { Writer } from './writer.ts';

/** What is no rule: one document for each file it stood in, in its order and below its headings. */
export function documents(units: readonly Unit[], writer: Writer): Draft[] {
  return [...groupBy(units, ({ pieces }) => pieces[0]?.source ?? '')].map(([source, own]) => {
    const inOrder = own.toSorted((a, b) => (a.pieces[0]?.from ?? 0) - (b.pieces[0]?.from ?? 0));
    const name = freeName(slugOf(source.replace(/\.(?:md|mdc|txt)$/, '')), writer.taken);
    const path = `docs/imported/${name}.md`;
    const text = `# From ${source}\n\nWhat ${source} says beside its rules, as it stood there when it was imported.\n\n${bodyOf(inOrder, path, writer)}\n`;
    return { path, text, holds: inOrder.map((unit) => ({ unit, id: '' })) };
  });
}

function bodyOf(units: readonly Unit[], path: string, writer: Writer): string {
  const written = new Set<Piece>();
  const parts = units.flatMap((unit) => {
    const headings = unit.headings.filter((heading) => !written.has(heading));
    for (const heading of headings) written.add(heading);
    const text = writer.moved(unit, path, textOf(unit.pieces));
    return [...headings.map(lower), originComment(unit), text];
  });
  return parts.join('\n\n');
}

/** Lines that followed each other do so again: an empty line would make another list of a list. */
function textOf(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return piece.text;
    return `${text}${before.source === piece.source && before.to + 1 === piece.from ? '\n' : '\n\n'}${piece.text}`;
  }, '');
}

/** The document has a title of its own. */
function lower(heading: Piece): string {
  if (heading.kind === 'lead') return heading.text;
  return `${'#'.repeat(Math.min(headingDepth(heading) + 1, 6))} ${headingText(heading)}`;
}
