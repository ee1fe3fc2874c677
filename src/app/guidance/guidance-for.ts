import { occasionOfEdits, occasionOfTask } from '#delivery/guidance-occasion.ts';
import { askedOf, selectGuidance } from '#delivery/select-guidance.ts';
import { readLedger } from '#delivery/session-ledger.ts';
import { compileGlobs } from '#guardrails/compile-globs.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { GuidanceItem } from '#kernel/records/guidance.ts';
import { isSample } from '#pages/is-sample.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { locatePath } from '#platform/files/locate-path.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import { compileGuidance } from '../hook/compile-guidance.ts';
import { noSuchPath } from './no-such-path.ts';

export interface GuidanceRequest {
  cwd: string;
  /** Files that are to be changed, relative to `cwd`; they need not exist yet. */
  paths: readonly string[];
  /** What is about to be done, in words. */
  what?: string;
}

export interface GuidanceAnswer {
  /** Rules and pages that bear on it, surest first. */
  items: Pick<GuidanceItem, 'id' | 'kind' | 'page' | 'text'>[];
  /** Guardrails that a program checks in these files. */
  checked: { id: string; title: string; page: string }[];
}

/** Most that is told at once; who asks wants to hear more than who is told unasked. */
const limits = { items: 12, momentTokens: 900, windowTokens: 900 };

/**
 * What of the harness bears on some files and on what is about to be done there. Nobody has made an edit yet: the signs of pages are looked
 * for in the files as they are.
 */
export function guidanceFor({ cwd, paths, what = '' }: GuidanceRequest): GuidanceAnswer {
  const root = findHarnessRoot(cwd);
  const files = paths.map((path) => locatePath(root, cwd, path) ?? noSuchPath(path));
  const index = { ...compileGuidance(root, ''), limits };
  const asked = askedOf(index, occasionOfTask(what));
  const edits = files.map((path) => ({ path, added: readInside(root, path) ?? '', removed: '', whole: true as const }));
  const fresh = readLedger([]);
  const chosen = [
    ...(what === '' ? [] : selectGuidance(index, occasionOfTask(what), fresh).said),
    ...selectGuidance(index, occasionOfEdits(edits, asked), fresh).said,
  ];
  const items = new Map(chosen.map(({ item }) => [item.id, item]));
  const inForce = loadHarness(root, { only: 'guardrails' }).guardrails.filter((page) => !isSample(page));
  return {
    items: [...items.values()].slice(0, limits.items).map(({ id, kind, page, text }) => ({ id, kind, page, text })),
    checked: inForce.filter((page) => isChecked(page, files)).map(({ guardrail: { id, title }, path }) => ({ id, title, page: path })),
  };
}

function isChecked({ guardrail: { check, files: globs } }: GuardrailPage, files: readonly string[]): boolean {
  if (check.kind === 'judge' || check.kind === 'command') return false;
  const compiled = globs === undefined ? {} : compileGlobs(globs).globs;
  return files.some((path) => matchesGlobs(compiled, path));
}
