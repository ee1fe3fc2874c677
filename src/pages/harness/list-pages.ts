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
    ...linked.map((path) => ({ path, ...startOfPage, ...linkedFolder })),
    ...nested.map((path) => ({ path, ...startOfPage, ...nestedGuardrail })),
    ...misspelledSettings(listed),
    ...misspelledFolders(listed),
  ];
}

const linkedFolder = {
  code: 'linked-folder',
  message: 'This should be a folder; pages are not looked for behind a link.',
  fix: 'Put the folder itself here.',
};

const nestedGuardrail = {
  code: 'nested-guardrail',
  message: 'Guardrails lie directly in harness/guardrails; this one is not read.',
  fix: 'Move it up.',
};

function misspelledSettings(listed: readonly string[]): PageProblem[] {
  const message = 'These settings are not read. Did you mean `harness/harness.yaml`?';
  return listed
    .filter((path) => /^harness\/[^/]+\.ya?ml$/.test(path) && path !== 'harness/harness.yaml')
    .filter((path) => nearest(path.slice('harness/'.length), ['harness.yaml']) !== undefined)
    .map((path) => ({ path, ...startOfPage, code: 'unknown-file', message }));
}

function misspelledFolders(listed: readonly string[]): PageProblem[] {
  const folders = new Set(listed.flatMap((file) => (file.endsWith('.md') ? (/^harness\/[^/]+(?=\/)/.exec(file) ?? []) : [])));
  return [...folders].flatMap((path) => {
    if (harnessFolders.includes(path)) return [];
    const known = harnessFolders.map((folder) => folder.slice('harness/'.length));
    const meant = nearest(path.slice('harness/'.length), known);
    if (meant === undefined) return [];
    return [
      {
        path,
        ...startOfPage,
        code: 'unknown-folder',
        message: `The pages in this folder are not read. Did you mean \`harness/${meant}\`?`,
      },
    ];
  });
}
