import path from 'node:path';
import { groupBy } from '#kernel/group-by.ts';
import { type Piece, placeOf, type RuleSource } from '../piece.ts';
import { headingText } from '../sort/heading-text.ts';
import type { Unit } from '../unit.ts';
import type { Draft } from './draft.ts';
import { freeName } from './free-name.ts';
import { originsOf } from './origins.ts';

interface Row {
  source: string;
  line: number;
  text: string;
  /** Whether a person has something to decide. */
  isBox: boolean;
}

interface Destination {
  unit: Unit;
  path: string;
  id: string;
}

const folder = 'docs/plans/active';
/** A page of more is longer than the reader of pages takes. */
const mostRows = 300;

/** Plans that list every piece of the sources, where it stood and where it went, with a box for each that somebody has to sort. */
export function checklists(sources: readonly RuleSource[], drafts: readonly Draft[], taken: ReadonlySet<string>): Draft[] {
  const rows = sources.flatMap((source) => rowsOf(source, destinations(drafts)));
  const names = new Set(taken);
  const pages = Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, index) =>
    rows.slice(index * mostRows, (index + 1) * mostRows),
  );
  return pages.map((page) => {
    const name = freeName('sort-imported-rules', names);
    return { path: `${folder}/${name}.md`, text: renderPlan(page), holds: [] };
  });
}

function destinations(drafts: readonly Draft[]): Map<Piece, Destination> {
  const found = new Map<Piece, Destination>();
  for (const draft of drafts)
    for (const { unit, id } of draft.holds)
      for (const piece of [...unit.pieces, ...unit.also]) found.set(piece, { unit, path: draft.path, id });
  return found;
}

function rowsOf({ path: source, scope, pieces }: RuleSource, went: ReadonlyMap<Piece, Destination>): Row[] {
  const listed = new Set<Unit>();
  return pieces.flatMap((piece): Row[] => {
    const destination = went.get(piece);
    const row = (text: string, isBox = false) => [{ source, line: piece.from, text, isBox }];
    if (destination === undefined) return row(aside(piece, scope.refused));
    if (!destination.unit.pieces.includes(piece)) return row(`- ${placeOf(piece)}: the same as ${originsOf(destination.unit)[0] ?? ''}`);
    if (listed.has(destination.unit)) return [];
    listed.add(destination.unit);
    return row(boxOf(destination), true);
  });
}

function boxOf({ unit, path: file, id }: Destination): string {
  const name = path.posix.basename(file).replace(/\.md(?:\.draft)?$/, '');
  const link = `[${name}](${path.posix.relative(folder, file)})`;
  const kinds = { bullet: `bullet ${id} of ${link}`, judge: `guardrail ${link}`, steps: `runbook ${link}`, prose: link };
  return `- [ ] ${originsOf(unit).join(', ')} → ${kinds[unit.kind]}: ${excerpt(unit.pieces[0]?.text ?? '')}`;
}

/** Pieces that go along with others, or say nothing by themselves. */
function aside(piece: Piece, refused: readonly string[]): string {
  const place = placeOf(piece);
  switch (piece.kind) {
    case 'heading':
    case 'lead':
      return `- ${place}: heading ${excerpt(headingText(piece))}`;
    case 'front-matter': {
      const lost = refused.length === 0 ? '' : `; no page can have its ${refused.map((glob) => excerpt(glob)).join(', ')}`;
      return `- ${place}: which files, and when, in the front matter of the pages${lost}`;
    }
    case 'pointer':
      return `- ${place}: sends its readers to another file: ${excerpt(piece.text)}`;
    default:
      return piece.kind === 'break' ? `- ${place}: a line between sections` : `- ${place}: imported before: ${excerpt(piece.text)}`;
  }
}

function renderPlan(rows: readonly Row[]): string {
  const boxes = rows.filter(({ isBox }) => isBox).length;
  const lists = [...groupBy(rows, ({ source }) => source)].map(([source, own]) => `## ${excerpt(source)}\n${inBlocks(own)}`);
  return `---\ntitle: Sort the imported rules\nstatus: active\n---\n${introduction(boxes)}\n\n${lists.join('\n\n')}\n`;
}

function introduction(boxes: number): string {
  return `\`tackroom init --import\` made drafts of what these files tell agents: ${boxes} to sort. The files themselves were left as they are, and
agents read them as before; that is why no draft is in force yet: each rule would be said twice, and nobody has looked at it.

Take them one by one, and tick the box:

1. Can a program tell? Write a guardrail that runs (\`tackroom guardrail new\`), and drop the draft.
2. Can a reviewer see it in a change? Keep the bullet, and move it to the persona whose eyes it needs.
3. Is it how something is done, or how the system is? Keep the runbook, or move the text to the design page of that part.
4. Does nobody need it any more? Drop it.
5. Delete the lines in the source, so that they are not said twice. When all of a draft is sorted, take \`.draft\` from its name.`;
}

/** The reader of pages wants a blank line now and then. */
function inBlocks(rows: readonly Row[]): string {
  return rows.map(({ text }, index) => (index > 0 && index % 40 === 0 ? `\n${text}` : text)).join('\n');
}

/** The first words, without what Markdown would make of them. */
function excerpt(text: string): string {
  const words = text
    .replace(/^\s*(?:[-*+•]|\d{1,9}[.)])\s+/, '')
    .replace(/[[\]<>`*_|\\#~]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 80 ? words : `${words.slice(0, 77).trimEnd()} ...`;
}
