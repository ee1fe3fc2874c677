import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { renderReading } from '#delivery/render-reading.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';

const list = (entries: number, chars: number): ReadingList => ({
  version: 1,
  task: { text: 'x', tickets: [], files: [] },
  budget: 6000,
  tokens: entries * 10,
  reading: Array.from({ length: entries }, (_, at) => ({
    number: at + 1,
    kind: 'design',
    path: `docs/design/${'p'.repeat(chars)}-${at}.md`,
    title: 't\n\u001B[31m'.repeat(chars),
    tokens: 10,
    why: 'w'.repeat(chars),
  })),
  leftOut: [],
  history: [],
  qa: { journeys: [], tests: Array.from({ length: 4 }, (_, at) => `test/${'x'.repeat(chars)}-${at}.ts`) },
  judges: { guardrails: [{ id: 'g'.repeat(chars), title: 'g', path: 'g', files: [] }], bullets: [] },
  files: [{ path: 'f'.repeat(chars), why: 'f', tokens: 1 }],
  owners: [],
  index: { pages: 1, files: 1, commits: 0 },
});

it('what an agent hears never has more characters than there is room for, nor half an entry', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 150 }), fc.integer({ min: 600, max: 3000 }), (entries, chars, maxChars) => {
      const text = renderReading(list(entries, chars), { maxChars, seeMore: 'tackroom ground x --format json' });
      assert.ok(text.length <= maxChars, `${text.length}`);
      assert.ok(!text.includes('\u001B'));
      const shown = text.split('\n').filter((line) => /^\d+\. /.test(line));
      for (const line of shown) assert.match(line, /^\d+\. docs\/design\/p+-\d+\.md \(10\) .+: w+…?$/);
      if (shown.length < entries) assert.match(text, new RegExp(`Left out: ${entries - shown.length} more.*--format json`));
    }),
  );
});
