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
  if (!/[`*_[<\\]|\s\s/.test(source)) return source.trim();
  const pieces = source.split(/(`+[^`]*`+)/);
  // What stands in code is no Markdown, and a link's text may hold some.
  const codes: string[] = [];
  const bare = pieces
    .map((piece, index) => (index % 2 === 1 ? `\uE000${codes.push(piece.replace(/^`+ ?| ?`+$/g, '')) - 1}\uE000` : piece))
    .join('');
  return withoutMarks(bare)
    .replace(/\uE000(\d+)\uE000/g, (_, index: string) => codes[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^)]*\)/g, '')
    .replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/g, '$1')
    .replace(/(?<!\\)<\/?[a-z][^<>]*>/gi, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*]*\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*\S)\1(?![\p{L}\p{N}_])/gu, '$2');
}
