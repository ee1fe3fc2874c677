import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageKindOf } from '#pages/page-kinds.ts';
import { readPage } from '#pages/read-page.ts';
import { splitPieces } from '../../../src/app/import-rules/read/split-pieces.ts';
import { type ImportedFiles, importFiles } from './import-files.ts';

/** Lines that rule files are made of, and some that no parser of Markdown likes. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    '# Title',
    '## Rules',
    '### Never swallow an error',
    'Setext',
    '======',
    '------',
    '---',
    '***',
    '- Never use any.',
    '- [ ] Add a test.',
    '-',
    '- `src/api`: handlers',
    '-     indented code in an item',
    '  - nested: always',
    '    deeper text',
    '* Use tabs, not spaces!',
    '1. Run the tests.',
    '2) Tag it.',
    '10. Publish.',
    '```ts',
    '```',
    '~~~~',
    '  ```',
    '// bad',
    'try { a() } catch {}',
    'Bad:',
    'Good:',
    '**Bold name**',
    'Before you commit:',
    '@docs/more.md',
    'Always validate what comes in, and say why not.',
    'This service sells tickets.',
    '> quoted',
    '| a | b |',
    '| --- | --- |',
    '<!-- a comment',
    'that ends --> here',
    '<div>',
    '\tindented by a tab',
    '    indented',
    '[ref]: https://example.com',
    'See [the guide](docs/guide.md) and [id] things <b>.',
    'émoji ❌ and ünïcode',
    '🚫',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);
/** Rules with code that breaks and keeps them, and steps: single lines rarely make one. */
const block = fc.constantFrom(
  '\n## Deadlines\nNever call without a deadline.\n\nBad:\n```ts\nfetch(url)\n```\nGood:\n```ts\nfetch(url, { signal })\n```\n',
  '\n### Use the logger\n```js\n// bad\nconsole.log(x)\n```\n\n```js\n// good\nlog.info(x)\n```\n## Next',
  '\n## Release\n1. Build.\n2. Tag:\n   `git tag`\n\n3. Push.\n',
);
const markdown = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: block }), { maxLength: 40 })
  .map((lines) => lines.join('\n'));
const sources = fc.record({ 'CLAUDE.md': markdown, '.cursorrules': markdown, '.cursor/rules/ui.mdc': markdown });

test('the pieces of a text are all its lines but the blank ones, each once', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const lines = text.split('\n');
      const covered = splitPieces('a.md', text).flatMap(({ from, to, text: own }) => {
        assert.equal(own, lines.slice(from - 1, to).join('\n'));
        return Array.from({ length: to - from + 1 }, (_, index) => from + index);
      });
      assert.equal(new Set(covered).size, covered.length);
      assert.deepEqual(
        covered.filter((number) => lines[number - 1]?.trim() !== ''),
        numbersWithText(lines),
      );
    }),
    { numRuns: 300 },
  );
});

test('whatever the sources say, every line is listed, every piece is in the file that it is listed for, and every file is sound', () => {
  fc.assert(
    fc.property(sources, (files) => {
      const made = importFiles(files);
      assertListed(files, made);
      assertKept(made);
      for (const { path, text } of made.files) assertSound(path, text);
      assert.deepEqual(importFiles(files, made.keys).files, [], 'a second import');
    }),
    { numRuns: 100 },
  );
});

function numbersWithText(lines: readonly string[]): number[] {
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
}

/** Only for files of which something is imported: the others say nothing. */
function assertListed(files: Readonly<Record<string, string>>, { pieces, files: made }: ImportedFiles): void {
  const plans = made
    .filter(({ path }) => path.startsWith('docs/plans/'))
    .map(({ text }) => text)
    .join('\n');
  for (const [source, text] of Object.entries(files)) {
    if (!pieces.some((piece) => piece.source === source)) continue;
    const places = [...plans.matchAll(/(?<=[ ,])([^ ,:]+):(\d+)(?:-(\d+))?(?=[,: ])/g)].filter(([, path]) => path === source);
    const listed = new Set(
      places.flatMap(([, , from, to = from]) => Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)),
    );
    assert.deepEqual(
      numbersWithText(text.split('\n')).filter((number) => !listed.has(number)),
      [],
      source,
    );
  }
}

function assertKept({ units, files }: ImportedFiles): void {
  for (const unit of units) {
    for (const piece of unit.pieces) {
      const words = squash(piece.kind === 'break' ? '' : withoutMarker(piece.text));
      assert.ok(
        files.some(({ path, text }) => !path.startsWith('docs/plans/') && squash(text).includes(words)),
        piece.text,
      );
    }
  }
}

/** The words after the fence of an example become its verdict. */
function withoutMarker(text: string): string {
  return text.replace(/^\s*(?:[-*+•]|\d{1,9}[.)])\s+/, '').replace(/^\s*(?:`{3,}|~{3,})[^\n]*/, '');
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}

function assertSound(path: string, text: string): void {
  const page = path.replace(/\.draft$/, '');
  const kind = pageKindOf(page);
  if (kind !== undefined) assert.deepEqual(readPage(page, kind, text).problems, [], `${path}\n${text}`);
}
