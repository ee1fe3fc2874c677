import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Nodes } from 'mdast';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { readDocument } from '#pages/read-document.ts';
import { parseBody } from '../../../src/pages/body/parse-body.ts';
import { resolveLink } from '../../../src/pages/body/resolve-link.ts';
import { walk } from '../../../src/pages/body/walk.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** What writers do and scanners forget. */
const hard: readonly string[] = [
  '- a\n\n      code in an item\n- [b](c)\n  continued [d](e)\n\n  still [f](g)\n',
  '> quote with [a](b)\nlazy [c](d)\n\n> ```\n> [no](x)\n> ```\n[e](f)\n',
  '1. one\n   ```sh\n   [no](x)\n   ```\n2. [two](y)\n',
  '````md\n```\n[no](x)\n```\n````\n[yes](z)\n',
  '~~~\n[no](x)\n```\n~~~\n[yes](z)',
  'text\n    [lazy](a)\n\n    [code](b)\n',
  'a `` b ` [no](x) `` [yes](y) `c\nd` \\` [z](w)',
  '[a [b](c) d](e) ![i [j](k) l](m) [![n](o)](p)',
  '[a](<b c> "t") [d](e(f)g) [h](i "j\nk") [l]( m )',
  '[ref][x] [x][] [x] [none]\n\n[x]: a/b "t"\n[X]: second\n',
  '<!-- [no](x) -->\n[yes](y) <!-- [no](z) --> [yes](w)\n\n<!--\n[no](v)\n\n[no](u)\n-->\n[yes](t)\n',
  '<div>\n[no](x)\n\n[yes](y)\n</div>\n\n<pre>\n\n[no](z)\n</pre>\n[yes](w)\n',
  'Title\n=====\n\nOther `x`\n---\n\n# A #\n\n## B [c](d) ##\n#no\n',
  '***\n* * *\n- - -\n- [a](b)\n+ [c](d)\n12) [e](f)\n',
  'a\n- [b](c)\n2. no list [d](e)\n1. a list [f](g)\n',
  '\t[code](a)\n\n-\t[b](c)\n\n\t[d](e)\n',
  '- [ ] [a](b)\n- [x] `c`\n  - nested `d`\n\n    para [e](f)\n',
  '<https://x.y/[a](b)> \\[no](c) \\![link](d) <a@b.c>\n',
  '| a | `b` |\n| --- | --- |\n| [c](d) | e |\n',
  '---\ntitle: x\n---\n[a](b)\n---\n',
];

describe('reading a document', () => {
  it('finds the links, headings and code that the parser of CommonMark finds, in every document of this repository', () => {
    const listed = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' }).split('\0');
    const texts = listed.filter((file) => file !== '').map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
    assert.ok(texts.length > 150);
    for (const { file, text } of texts) assert.deepEqual(scanned(text), parsed(text), file);
  });

  for (const [index, text] of hard.entries())
    it(`does so where it is hard (${index + 1})`, () => {
      assert.deepEqual(scanned(text), parsed(text));
    });
});

function parsed(text: string): string[] {
  return [...walk(parseBody(text))].flatMap((node) => sayNode(node, text)).sort();
}

function sayNode(node: Nodes, text: string): string[] {
  const { line, column, offset } = node.position?.start ?? { line: 0, column: 0, offset: 0 };
  switch (node.type) {
    case 'link':
    case 'image':
    case 'definition': {
      const isItsText = node.type === 'link' && text[offset ?? 0] === '<';
      const to = isItsText ? undefined : resolveLink(node.url, 'a/b.md');
      return to === undefined ? [] : [`${line}:${column} ${node.type} ${to.target}#${to.anchor ?? ''}`];
    }
    case 'inlineCode':
      return [`${line}:${column} code ${node.value.replaceAll('\n', ' ')}`];
    case 'heading':
      return [`${line} heading ${node.depth}`];
    case 'code':
      return [`${line} block`];
    default:
      return [];
  }
}

function scanned(text: string): string[] {
  const { links, code, headings, blocks }: KnowledgeDocument = readDocument('a/b.md', text);
  const kinds: Record<string, string> = { inline: 'link', image: 'image', definition: 'definition' };
  return [
    ...links.flatMap(({ how, line, column, target, anchor = '' }) =>
      kinds[how] === undefined ? [] : [`${line}:${column} ${kinds[how]} ${target}#${anchor}`],
    ),
    ...code.map((span) => `${span.line}:${span.column} code ${span.text}`),
    ...headings.map(({ line, depth }) => `${line} heading ${depth}`),
    ...blocks.map(({ line }) => `${line} block`),
  ].sort();
}
