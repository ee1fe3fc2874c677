import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { HarnessSettings } from '#kernel/records/harness-settings.ts';
import type { Page } from '#kernel/records/page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { readInside, resolveInside } from '#platform/files/read-inside.ts';
import { checkRunbooks } from './harness/check-runbooks.ts';
import { findDuplicates } from './harness/find-duplicates.ts';
import { listPages, type PageFile } from './harness/list-pages.ts';
import { loadSettings } from './harness/load-settings.ts';
import { unreadable } from './harness/unreadable.ts';
import { isSample } from './is-sample.ts';
import { pageName } from './page-kinds.ts';
import { pagesHash } from './pages-hash.ts';
import { type PageReading, readPage } from './read-page.ts';

/** Everything the pages of a repository say, and everything that is wrong with them. */
export interface Harness {
  root: string;
  /** The defaults where `harness/harness.yaml` is absent or has a problem. */
  settings: HarnessSettings;
  /** Those that can be run, one for each id; a guardrail without a sound front matter and a message is only a problem. */
  guardrails: GuardrailPage[];
  /** Every page that could be read, guardrails too, by path. */
  pages: Page[];
  /** By path, line and column. */
  problems: PageProblem[];
  /** See `pagesHash`; empty where no page was read. */
  hash: string;
}

export interface LoadOptions {
  /** `guardrails`: read only what decides what the hook does, the settings and the guardrails in force; `settings`: no page. Default: everything. */
  only?: 'guardrails' | 'settings';
}

/** Reads the harness of a repository; `root` is the real path of its worktree. Mistakes are problems, never errors. */
export function loadHarness(root: string, options: LoadOptions = {}): Harness {
  const hash = options.only === 'settings' ? '' : pagesHash(root);
  const hookReads = options.only === 'guardrails';
  const settings = loadSettings(root);
  const listed = options.only === 'settings' ? { files: [], problems: [] } : listPages(root, options.only);
  const files = listed.files.map((file) => ({ ...file, ...readFile(root, file) }));
  const problems = [
    ...settings.problems,
    ...listed.problems,
    ...files.flatMap((file) => file.problems),
    ...files.flatMap(({ path, kind, links }) => (kind === 'guardrail' ? checkRunbooks(root, path, links) : [])),
    ...findDuplicates(files.flatMap(({ path, kind, name }) => (name === undefined ? [] : [{ path, kind, name }]))),
  ];
  return {
    root,
    settings: settings.settings,
    guardrails: oneForEachId(
      files.flatMap(({ guardrail }) =>
        guardrail === undefined || (hookReads && isSample(guardrail)) ? [] : [withLiveRunbook(root, guardrail)],
      ),
    ),
    pages: files.flatMap(({ page }) => (page === undefined ? [] : [page])),
    problems: problems.sort(byPlace),
    hash,
  };
}

function readFile(root: string, { path, kind }: PageFile): PageReading {
  const text = readInside(root, path);
  return text === undefined ? { links: [], problems: [unreadable(root, path)] } : readPage(path, kind, text);
}

/** An id belongs to the file that is called so, else to the first. */
function oneForEachId(guardrails: readonly GuardrailPage[]): GuardrailPage[] {
  const ids = new Set(guardrails.map(({ guardrail }) => guardrail.id));
  return [...ids].flatMap((id) => {
    const same = guardrails.filter(({ guardrail }) => guardrail.id === id);
    return same.find(({ path }) => pageName(path) === id) ?? same[0] ?? [];
  });
}

/** A dead link is a problem of the page; findings do not carry it to an agent. */
function withLiveRunbook(root: string, page: GuardrailPage): GuardrailPage {
  const { runbook, ...rest } = page;
  return runbook === undefined || resolveInside(root, runbook) !== undefined ? page : rest;
}

function byPlace(a: PageProblem, b: PageProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
