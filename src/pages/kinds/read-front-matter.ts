import type { PageKind } from '#kernel/records/page.ts';
import { parseYaml, type YamlSource } from '../front-matter/parse-yaml.ts';
import type { SplitPage } from '../front-matter/split-front-matter.ts';
import { type Mistake, startOfPage } from '../mistake.ts';

/** Pages of documentation that teams already have; they may come as they are. */
const mayBeBare: readonly PageKind[] = ['decision', 'design', 'plan'];

const none: YamlSource = { data: {}, place: () => startOfPage };

/** Front matter of a page of this kind, before its schema has been asked. There is a source only where it could be read. */
export function readFrontMatter({ frontMatter, body }: SplitPage, kind: PageKind): { source?: YamlSource; mistakes: Mistake[] } {
  if (frontMatter.kind === 'unclosed') {
    return {
      mistakes: [
        { ...startOfPage, code: 'unclosed-front-matter', message: 'The front matter is never closed.', fix: 'End it with a line `---`.' },
      ],
    };
  }
  if (frontMatter.kind === 'yaml') return readMapping(parseYaml(frontMatter.text, frontMatter.line));
  if (mayBeBare.includes(kind)) return { source: none, mistakes: [] };
  const late = /^\s+---[ \t]*$/m.exec(body)?.index === 0;
  const [code, message] = late
    ? ['late-front-matter', 'The front matter does not begin on the first line.']
    : ['missing-front-matter', 'This page has no front matter.'];
  return { mistakes: [{ ...startOfPage, code, message, fix: 'Make the first line `---`, then the keys, then a line `---`.' }] };
}

function readMapping(parsed: { source?: YamlSource; mistakes: Mistake[] }): { source?: YamlSource; mistakes: Mistake[] } {
  const data = parsed.source?.data;
  if (data === undefined || data === null || (typeof data === 'object' && !Array.isArray(data))) return parsed;
  return {
    mistakes: [
      {
        line: 2,
        column: 1,
        code: 'front-matter-form',
        message: 'The front matter is not made of keys with values.',
        fix: 'Write one `key: value` a line.',
      },
    ],
  };
}
