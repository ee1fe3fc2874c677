import { readInside } from '#platform/files/read-inside.ts';
import { findSection } from '../../setup/agents-section.ts';
import type { RuleSource } from '../piece.ts';
import { readScope } from './read-scope.ts';
import type { RuleFile } from './rule-files.ts';
import { splitPieces } from './split-pieces.ts';

/** A file with rules for agents, in pieces; our own section in it is none of them. Undefined where it cannot be read. */
export function readRuleFile(root: string, { path, folder }: RuleFile): RuleSource | undefined {
  const raw = readInside(root, path);
  if (raw === undefined) return undefined;
  const text = withoutSection(raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), path);
  const pieces = splitPieces(path, text);
  const frontMatter = pieces[0]?.kind === 'front-matter' ? pieces[0].text : '';
  return { path, scope: readScope(frontMatter, folder), pieces };
}

/** Blank lines in its place, so that the numbers of the others stay what they are. */
function withoutSection(text: string, path: string): string {
  const section = findSection(text, path);
  if (section === undefined) return text;
  return text.slice(0, section.start) + section.text.replace(/[^\n]/g, '') + text.slice(section.end);
}
