import path from 'node:path';
import { listEntries } from '#platform/files/list-folder.ts';
import type { Note } from '../setup/file-change.ts';
import type { StarterFile } from '../setup/starter-files.ts';
import type { RuleSource } from './piece.ts';
import { readRuleFile } from './read/read-rule-file.ts';
import { findRuleFiles } from './read/rule-files.ts';
import { mergeDuplicates } from './sort/merge-duplicates.ts';
import { sortPieces } from './sort/sort-pieces.ts';
import { keyOf, type Unit } from './unit.ts';
import { checklists } from './write/checklists.ts';
import { documents } from './write/documents.ts';
import type { Draft } from './write/draft.ts';
import { judgeDrafts } from './write/judge-drafts.ts';
import { personaDrafts } from './write/persona-drafts.ts';
import { runbookDrafts } from './write/runbook-drafts.ts';
import { makeWriter } from './write/writer.ts';

/** What the files of other agents say that no page says yet. */
export interface ImportableRules {
  sources: RuleSource[];
  units: Unit[];
  left: Note[];
}

/** What an import makes. */
export interface RulesImport {
  files: StarterFile[];
  /** Identity of all that is imported, so that it is not imported again. */
  keys: string[];
  summary: ImportSummary;
}

export interface ImportSummary {
  sources: string[];
  bullets: number;
  personas: number;
  guardrails: number;
  runbooks: number;
  documents: number;
  /** Where all of it is listed. */
  checklist: string;
}

/** `known`: the keys of what was imported before. */
export function findImportableRules(root: string, files: readonly string[], known: readonly string[]): ImportableRules {
  const { rules, left } = findRuleFiles(files);
  const read = rules.flatMap((file) => readRuleFile(root, file) ?? []);
  const before = new Set(known);
  const units = mergeDuplicates(read.flatMap(sortPieces)).filter((unit) => !before.has(keyOf(unit)));
  const sources = new Set(units.flatMap(({ pieces, also }) => [...pieces, ...also].map(({ source }) => source)));
  const notes = left.map((file) => ({ path: file, reason: "lies among samples or other people's code: not imported" }));
  return { sources: read.filter((source) => sources.has(source.path)), units, left: notes };
}

/**
 * Pages made of them, to be sorted: drafts of personas, guardrails and runbooks, documents, and a plan that lists every piece.
 * `written`: paths that `init` ever wrote; what somebody has removed since does not come back under its name.
 */
export function planImport(
  root: string,
  about: { files: readonly string[]; written: readonly string[] },
  { sources, units }: ImportableRules,
): RulesImport {
  const names = [...namesThere(root), ...about.written.map(nameOf)];
  const writer = makeWriter(about.files, names);
  const of = (kind: Unit['kind']) => units.filter((unit) => unit.kind === kind);
  const personas = personaDrafts(of('bullet'), writer);
  const guardrails = judgeDrafts(of('judge'), personas.drafts, writer);
  const runbooks = runbookDrafts(of('steps'), writer);
  const rest = [...of('prose'), ...personas.others, ...guardrails.others, ...runbooks.others].map((unit) => ({
    ...unit,
    kind: 'prose' as const,
  }));
  const texts = documents(rest, writer);
  const drafts: Draft[] = [...personas.drafts, ...guardrails.drafts, ...runbooks.drafts, ...texts];
  const plans = checklists(sources, drafts, new Set([...pagesIn(root, 'docs/plans/active'), ...names]));
  return {
    files: [...drafts, ...plans].map((draft) => ({ path: draft.path, text: draft.text, role: 'page' })),
    keys: units.map(keyOf),
    summary: {
      sources: sources.map((source) => source.path),
      bullets: personas.drafts.reduce((sum, { holds }) => sum + holds.length, 0),
      personas: personas.drafts.length,
      guardrails: guardrails.drafts.length,
      runbooks: runbooks.drafts.length,
      documents: texts.length,
      checklist: plans[0]?.path ?? '',
    },
  };
}

/** Drafts too: a second import never writes over what somebody is sorting. */
function namesThere(root: string): string[] {
  return ['harness/personas', 'harness/guardrails', 'harness/runbooks', 'docs/imported'].flatMap((folder) => pagesIn(root, folder));
}

function pagesIn(root: string, folder: string): string[] {
  return listEntries(path.join(root, folder)).map(({ name }) => nameOf(name));
}

function nameOf(file: string): string {
  return path.posix.basename(file).replace(/\.md(?:\.draft)?$/, '');
}
