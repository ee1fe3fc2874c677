import type { Piece, RuleSource } from '../piece.ts';
import { saidBy, type Unit } from '../unit.ts';
import { headingText } from './heading-text.ts';
import { isDescription, isRule, ruleHeading } from './is-rule.ts';
import { isLabel, labelCode } from './label-code.ts';
import { type Section, splitSections } from './split-sections.ts';

type Part = Pick<Unit, 'kind' | 'pieces' | 'headings'>;

const longestBullet = 400;
/** More prose around two examples is not one rule. */
const mostTexts = 3;

/** Where each piece of a file belongs. Headings go along with what is below them; lines between sections say nothing. */
export function sortPieces({ path, scope, pieces }: RuleSource): Unit[] {
  const { name, holdsRules } = describeFile(path);
  return splitSections(pieces).flatMap((section) => {
    const saysRules = holdsRules || section.headings.some((heading) => ruleHeading.test(headingText(heading)));
    return sortSection(section, saysRules).map((part) => ({ ...part, also: [], scope, name }));
  });
}

/** `saysRules`: a list in it says what must be, and not how something is done or what there is. */
function sortSection(section: Section, saysRules: boolean): Part[] {
  const { headings } = section;
  if (isJudged(section)) return [{ kind: 'judge', pieces: section.pieces, headings }];
  const parts: Part[] = [];
  let lead: Piece | undefined;
  for (const [index, piece] of section.pieces.entries()) {
    if (piece.kind === 'lead') lead = piece;
    else if (piece.kind === 'break' || piece.kind === 'pointer') lead = undefined;
    else {
      if (!isList(piece) && isList(section.pieces[index - 1])) lead = undefined;
      add(parts, {
        kind: kindOf(piece, section.pieces, saysRules),
        pieces: [piece],
        headings: lead === undefined ? headings : [...headings, lead],
      });
    }
  }
  return parts;
}

/** Steps and prose that follow each other below the same heading are one. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  const joins = part.kind === 'steps' || part.kind === 'prose';
  if (last?.kind === part.kind && joins && last.headings.at(-1) === part.headings.at(-1)) last.pieces.push(...part.pieces);
  else parts.push(part);
}

function kindOf(piece: Piece, beside: readonly Piece[], saysRules: boolean): Unit['kind'] {
  if (saidBy({ pieces: [piece] }) === '') return 'prose';
  if (piece.kind === 'numbered' && beside.filter(({ kind }) => kind === 'numbered').length > 1 && !saysRules) return 'steps';
  const asks = isRule(piece.text);
  if (isList(piece)) return asks || (saysRules && !isDescription(piece.text)) ? 'bullet' : 'prose';
  return piece.kind === 'paragraph' && piece.text.length <= longestBullet && asks ? 'bullet' : 'prose';
}

/** One rule, with code that shows how it is broken and how it is kept. */
function isJudged({ pieces, headings }: Section): boolean {
  const texts = pieces.filter((piece, index) => piece.kind !== 'code' && !isLabel(piece, pieces[index + 1]));
  if (texts.length === 0 ? headings.length === 0 : texts.length > mostTexts) return false;
  const isOneRule = texts.some(({ text }) => isRule(text)) || headings.slice(-1).some((heading) => isRule(headingText(heading)));
  return isOneRule && labelCode(pieces) !== undefined;
}

function isList(piece: Piece | undefined): boolean {
  return piece?.kind === 'item' || piece?.kind === 'numbered';
}

/** What a file is about: `react` for `.cursor/rules/react.mdc`, which holds rules and nothing else, `packages-api` for `packages/api/CLAUDE.md`. */
function describeFile(path: string): { name: string; holdsRules: boolean } {
  const own = /\/(?:rules|instructions|\.clinerules)\/(.+?)(?:\.instructions)?\.(?:mdc|md|txt)$/.exec(`/${path}`)?.[1];
  const folder = /^(.*?)\/?(?:\.(?:claude|cursor|windsurf|github|clinerules)(?:\/.*)?|[^/]+)$/.exec(path)?.[1] ?? '';
  return { name: [folder, own].filter((part) => part).join('-') || 'general', holdsRules: own !== undefined };
}
