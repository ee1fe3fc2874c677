import type { Note } from '#guardrails/run-rules.ts';
import type { CheckReport } from '#kernel/records/check-report.ts';
import type { IdlePage } from '../harness/idle-pages.ts';

/** What a check has to say besides findings, sorted by whom it concerns. */
export interface CheckNotes {
  /** Every one with its place, for programs. */
  all: CheckReport['notes'];
  /** Suppressions that allow nothing. */
  suppressions: string[];
  /** Files that could not be read whole. */
  syntax: string[];
  /** How many they are. */
  unread: number;
  /** What reports and programs could not tell. */
  reports: string[];
  /** Pages that look at no file. */
  pages: string[];
  /** Pages that are not in force yet. */
  samples: string[];
}

/** A repository that tests or documents such things has many of them. */
const mostOfAKind = 5;

const notInForce = 'not in force: it is still the sample that `guardrail new` wrote. Say in its first paragraph what goes wrong.';
const manyNotInForce =
  'not in force: they are still the samples that `guardrail new` wrote. Say in their first paragraphs what goes wrong.';

export function checkNotes(notes: readonly Note[], idle: readonly IdlePage[], samplePages: readonly string[]): CheckNotes {
  const suppressions = notes.filter(({ about }) => about === 'suppression');
  const syntax = notes.filter(({ about }) => about === 'syntax');
  const reports = notes.filter(({ about }) => about === 'report');
  const samples = samplePages.map((path) => ({ path, line: 1, message: notInForce }));
  const pages = idle.map(({ page, line, message, hint }) => ({
    path: page,
    line,
    message: hint === undefined ? message : `${message} ${hint}`,
  }));
  return {
    all: [...syntax, ...suppressions, ...reports, ...samples, ...pages].map(({ path, line, message }) => ({ path, line, message })),
    suppressions: lines(suppressions, 'suppressions allow nothing'),
    unread: new Set(syntax.map(({ path }) => path)).size,
    syntax: lines(syntax, 'files were not read whole; --format json names them all'),
    reports: lines(reports, 'notes on reports; --format json has them all'),
    pages: pageLines(idle),
    samples: sampleLines(samplePages),
  };
}

function sampleLines(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  return [`${paths.join(', ')}: ${paths.length === 1 ? notInForce : manyNotInForce}`];
}

function lines(notes: readonly Note[], rest: string): string[] {
  const shown = notes.slice(0, mostOfAKind).map((note) => `${note.path}:${note.line}: ${note.message}`);
  return notes.length <= mostOfAKind ? shown : [...shown, `${notes.length - mostOfAKind} more ${rest}.`];
}

/** A likely slip has a line of its own; pages whose files may just not be there yet share one. */
function pageLines(idle: readonly IdlePage[]): string[] {
  const waiting = idle.filter(({ hint }) => hint === undefined).map(({ id }) => id);
  const slips = idle.flatMap(({ page, line, message, hint }) => (hint === undefined ? [] : [`${page}:${line}: ${message} ${hint}`]));
  if (waiting.length === 0) return slips;
  return [...slips, `no file here yet for ${waiting.length === 1 ? 'the guardrail' : 'the guardrails'} ${waiting.join(', ')}.`];
}
