import path from 'node:path';
import { countTokens } from '#delivery/count-tokens.ts';
import type { GuidanceReport, GuidanceSet } from '#kernel/records/guidance-report.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { Spool } from '#platform/state/spool.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import { harnessError } from '../harness/harness-error.ts';
import { type CasePlace, makeCasePlace } from './case-place.ts';
import { knownItems } from './known-items.ts';
import { playCase } from './play-case.ts';
import { readCases } from './read-cases.ts';
import { type Outcome, scoreSet } from './score.ts';

export interface GuidanceEvalRequest {
  cwd: string;
  /** Folders with a harness and labelled cases in it; none: the repository around `cwd`. */
  folders: readonly string[];
  /** Ids of the cases to play; none: all. */
  only: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  onCase?: (state: { done: number; total: number }) => void;
}

/** Plays labelled cases through the moments of a session, and measures what was said: docs/decisions/0025. */
export async function evalGuidance(request: GuidanceEvalRequest, signal?: AbortSignal): Promise<GuidanceReport> {
  const { cwd, folders } = request;
  const roots = folders.length === 0 ? [findHarnessRoot(cwd)] : folders.map((folder) => path.resolve(cwd, folder));
  const sets: GuidanceSet[] = [];
  for (const root of roots) sets.push(await evalFolder(root, { request, count: countTokens }, signal));
  return { version: 1, sets };
}

async function evalFolder(
  root: string,
  about: { request: GuidanceEvalRequest; count: (text: string) => number },
  signal?: AbortSignal,
): Promise<GuidanceSet> {
  const { request, count } = about;
  const { pages, problems } = loadHarness(root);
  if (problems.length > 0) throw harnessError(problems);
  const all = readCases(root, knownItems(pages));
  const cases = request.only.length === 0 ? all : all.filter(({ id }) => request.only.includes(id));
  const place = await makeCasePlace(root, request.env, signal);
  try {
    const outcomes: Outcome[] = [];
    for (const one of cases) {
      signal?.throwIfAborted();
      outcomes.push({ one, played: await playCase(one, place, () => spoolOf(place).read(one.id)) });
      place.reset();
      request.onCase?.({ done: outcomes.length, total: cases.length });
    }
    return scoreSet(path.relative(request.cwd, root) || '.', outcomes, { pages, count });
  } finally {
    place.remove();
  }
}

function spoolOf(place: CasePlace): Spool {
  const repository = findRepository(place.root);
  return new Spool(stateFolder(repository?.commonDir ?? place.root, place.env));
}
