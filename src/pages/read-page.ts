import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { Page, PageKind, PageLink } from '#kernel/records/page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { findHeadings } from './body/find-headings.ts';
import { findLinks } from './body/find-links.ts';
import { markdownTooHard } from './body/markdown-limits.ts';
import { parseBody } from './body/parse-body.ts';
import { unclosedFences } from './body/unclosed-fences.ts';
import { normalizeText } from './front-matter/normalize-text.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { type KindReading, kindReaders } from './kinds/kind-readers.ts';
import { nameMistakes, type PageName, readName } from './kinds/page-names.ts';
import type { PageSource } from './kinds/page-source.ts';
import { readFrontMatter } from './kinds/read-front-matter.ts';
import { pageName } from './page-kinds.ts';

export interface PageReading {
  /** Absent where its front matter has a mistake. */
  page?: Page;
  /** What the page is to the checks; absent where it cannot be one. */
  guardrail?: GuardrailPage;
  /** The name it gives itself and the links it has, whether or not it is sound otherwise. */
  name?: PageName;
  links: PageLink[];
  problems: PageProblem[];
}

/** Reads one page by itself. All its mistakes come at once; what concerns several pages is for the harness. */
export function readPage(path: string, kind: PageKind, raw: string): PageReading {
  const { page, guardrail, name, links, mistakes } = read(path, kind, normalizeText(raw));
  const problems = mistakes.map((mistake) => ({ path, ...mistake }));
  return { ...(page && { page }), ...(guardrail && { guardrail }), ...(name && { name }), links, problems };
}

function read(path: string, kind: PageKind, text: string): KindReading & { name?: PageName | undefined; links: PageLink[] } {
  const tooHard = markdownTooHard(text);
  if (tooHard !== undefined) return { links: [], mistakes: [tooHard] };
  const split = splitFrontMatter(text);
  const { source: yaml, mistakes } = readFrontMatter(split, kind);
  // Then nobody can tell where the body begins.
  if (mistakes.some(({ code }) => code === 'unclosed-front-matter' || code === 'late-front-matter')) return { links: [], mistakes };
  const source = readText(path, text, split);
  const name = yaml && readName(kind, yaml);
  const reading = kindReaders[kind](source, yaml);
  // The fences of other people's decision records are their own affair.
  const fences = kind === 'decision' ? [] : unclosedFences(source.root, text);
  const all = [...mistakes, ...(name === undefined ? [] : nameMistakes(name, path)), ...reading.mistakes, ...fences];
  return { ...reading, name, links: source.page.links, mistakes: all };
}

function readText(path: string, text: string, { body, bodyLine }: { body: string; bodyLine: number }): PageSource {
  const root = parseBody(text);
  const headings = findHeadings(root);
  const title = headings.find(({ depth }) => depth === 1)?.text || pageName(path);
  return { page: { path, title, body, bodyLine, headings, links: findLinks(root, path) }, root, text };
}
