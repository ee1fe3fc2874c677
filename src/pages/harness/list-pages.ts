import type { PageKind } from '#kernel/records/page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { startOfPage } from '../mistake.ts';
import { nearest } from '../nearest.ts';
import { pageFolders, pageKindOf } from '../page-kinds.ts';
import { filesUnder } from './files-under.ts';

export interface PageFile {
  path: string;
  kind: PageKind;
}

const harnessFolders = Object.keys(pageFolders).filter((folder) => folder.startsWith('harness/'));

/** Every page of a harness by path, and the files that were meant to be one but lie in the wrong place. */
export function listPages(root: string, only?: 'guardrails'): { files: PageFile[]; problems: PageProblem[] } {
  const harness = filesUnder(root, 'harness');
  const listed =
    only === 'guardrails' ? harness.filter((file) => file.startsWith('harness/guardrails')) : [...harness, ...filesUnder(root, 'docs')];
  const problems = only === 'guardrails' ? [] : misplaced(listed);
  const files = listed.flatMap((file): PageFile[] => {
    const kind = pageKindOf(file);
    return kind === undefined || isNested(file) ? [] : [{ path: file, kind }];
  });
  return { files, problems };
}

/** Guardrails lie flat: the hook's stamp looks at one folder only. */
function isNested(file: string): boolean {
  return /^harness\/guardrails\/.*\//.test(file);
}

function misplaced(listed: readonly string[]): PageProblem[] {
  const linked = listed.filter((file) => Object.keys(pageFolders).some((folder) => file === folder || folder.startsWith(`${file}/`)));
  const nested = listed.filter((file) => pageKindOf(file) !== undefined && isNested(file));
  return [
    ...linked.map((file) =>
      problem(file, 'linked-folder', 'This should be a folder; pages are not looked for behind a link.', 'Put the folder itself here.'),
    ),
    ...nested.map((file) =>
      problem(file, 'nested-guardrail', 'Guardrails lie directly in harness/guardrails; this one is not read.', 'Move it up.'),
    ),
    ...misspelledSettings(listed),
    ...misspelledFolders(listed),
  ];
}

function misspelledSettings(listed: readonly string[]): PageProblem[] {
  return listed
    .filter(
      (file) =>
        /^harness\/[^/]+\.ya?ml$/.test(file) && file !== 'harness/harness.yaml' && nearest(file, ['harness/harness.yaml']) !== undefined,
    )
    .map((file) => problem(file, 'unknown-file', 'These settings are not read. Did you mean `harness/harness.yaml`?'));
}

function misspelledFolders(listed: readonly string[]): PageProblem[] {
  const folders = new Set(listed.flatMap((file) => (file.endsWith('.md') ? (/^harness\/[^/]+(?=\/)/.exec(file) ?? []) : [])));
  return [...folders].flatMap((folder) => {
    if (harnessFolders.includes(folder)) return [];
    const meant = nearest(
      folder.slice('harness/'.length),
      harnessFolders.map((known) => known.slice('harness/'.length)),
    );
    return meant === undefined
      ? []
      : [problem(folder, 'unknown-folder', `The pages in this folder are not read. Did you mean \`harness/${meant}\`?`)];
  });
}

function problem(file: string, code: string, message: string, fix?: string): PageProblem {
  return { path: file, ...startOfPage, code, message, ...(fix === undefined ? {} : { fix }) };
}
