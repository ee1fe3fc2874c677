import GithubSlugger from 'github-slugger';
import type { DocumentHeading } from '#kernel/records/document.ts';

export interface RawHeading {
  depth: number;
  /** Markdown of the heading. */
  source: string;
  line: number;
  isNested: boolean;
}

/** Headings with the names that code hosts give them, and all names that lead somewhere. */
export function headingSlugs(raw: readonly RawHeading[]): { headings: DocumentHeading[]; slugs: string[] } {
  const slugger = new GithubSlugger();
  const slugs: string[] = [];
  const headings = raw.map(({ depth, source, line }) => {
    const shown = shownText(source);
    const slug = slugger.slug(shown);
    slugs.push(slug);
    return { depth, text: shown, line, slug };
  });
  return { headings, slugs };
}

/** What a reader sees of a heading: no addresses, no marks of emphasis or code. */
function shownText(source: string): string {
  return source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^)]*\)/g, '')
    .replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag, at: number) => (isInCode(source, at) ? tag : ''))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/`+/g, '')
    .replace(/(\*{1,3})(?=\S)([^*]*\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function isInCode(source: string, at: number): boolean {
  return (source.slice(0, at).split('`').length - 1) % 2 === 1;
}
