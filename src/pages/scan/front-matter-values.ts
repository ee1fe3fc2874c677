import type { DocumentLink } from '#kernel/records/document.ts';
import { parseYaml, type YamlSource } from '../front-matter/parse-yaml.ts';

export interface FrontMatterValues {
  data: ReadonlyMap<string, unknown>;
  place: YamlSource['place'];
}

/** The keys of front matter that can be read; nothing where it cannot, which is for `read-page.ts` to tell. */
export function readValues(text: string, line: number): FrontMatterValues | undefined {
  const { source } = parseYaml(text, line);
  const { data } = source ?? {};
  if (source === undefined || typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return { data: new Map(Object.entries(data)), place: source.place };
}

/** Keys whose values are paths of other pages. */
const pathKeys = [
  'pages',
  'runbook',
  'runbooks',
  'related',
  'decision',
  'decisions',
  'design',
  'designs',
  'plan',
  'plans',
  'journey',
  'journeys',
];

/** Paths that stand in front matter, relative to the repository, or to the page where they begin with a dot. */
export function frontMatterLinks({ data, place }: FrontMatterValues, page: { path: string; text: string }): DocumentLink[] {
  return pathKeys.flatMap((key) => {
    const value = data.get(key);
    const items = Array.isArray(value) ? value.map((item, index) => ({ item, keys: [key, index] })) : [{ item: value, keys: [key] }];
    return items.flatMap(({ item, keys }) => (isPath(item) ? [toLink(item, place(keys, 'value'), page)] : []));
  });
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.@/-]+$/.test(value) && /\/|\.mdx?$/.test(value) && !value.startsWith('/');
}

function toLink(
  url: string,
  { line, column }: { line: number; column: number },
  { path, text }: { path: string; text: string },
): DocumentLink {
  const lineStart = startOfLine(text, line);
  const start = text.indexOf(url, lineStart + column - 1);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const target = /^\.\.?\//.test(url) ? new URL(url, `file:///${folder}`).pathname.slice(1) : url;
  const at = { start, end: start + url.length };
  return { how: 'front-matter', url, text: '', target, at, whole: at, line, column };
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) at = text.indexOf('\n', at) + 1;
  return at;
}
