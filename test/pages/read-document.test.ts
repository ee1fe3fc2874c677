import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDocument } from '#pages/read-document.ts';

const slugsOf = (text: string) => readDocument('a.md', text).headings.map(({ slug }) => slug);

describe('readDocument', () => {
  it('names headings as GitHub does', () => {
    const headings = [
      "# What's a slot, exactly?",
      '## `run(value[, options])` — _now_',
      '## [A link](x.md) here',
      '## Grüße 🎉',
      '### a_b **c**',
    ];
    assert.deepEqual(slugsOf(headings.join('\n\n')), ['whats-a-slot-exactly', 'runvalue-options--now', 'a-link-here', 'grüße-', 'a_b-c']);
  });

  it('counts headings of one name, and knows anchors written by hand', () => {
    const { anchors } = readDocument('a.md', '# A\n\n## A\n\n<a id="here"></a>\n\ntext <a name="there"/> <!-- <a id="no"> -->\n');
    assert.deepEqual([...anchors].sort(), ['a', 'a-1', 'here', 'there']);
  });

  it('finds links in HTML, wiki links and paths in front matter, each at its place', () => {
    const text = '---\npages: [harness/guardrails/x.md]\n---\n<a href="b.md#c">b</a>\n\nSee [[other page|this]] and [[glossary#slot]].\n';
    const { links } = readDocument('docs/a.md', text);
    assert.deepEqual(
      links.map(({ how, target, anchor, line, at }) => [how, target, anchor, line, text.slice(at.start, at.end)]),
      [
        ['front-matter', 'harness/guardrails/x.md', undefined, 2, 'harness/guardrails/x.md'],
        ['html', 'docs/b.md', 'c', 4, 'b.md#c'],
        ['wiki', 'other page', undefined, 6, 'other page'],
        ['wiki', 'glossary', 'slot', 6, 'glossary#slot'],
      ],
    );
  });

  it('gives a reference the address of its definition', () => {
    const { links } = readDocument('a.md', 'See [the store][s].\n\n[s]: src/store.ts\n');
    assert.deepEqual(
      links.map(({ how, target, line }) => [how, target, line]),
      [
        ['definition', 'src/store.ts', 3],
        ['reference', 'src/store.ts', 1],
      ],
    );
  });

  it('reads check boxes and steps', () => {
    const { entries } = readDocument('a.md', '- [x] done\n- [ ] open\n1. step\n');
    assert.deepEqual(
      entries.map(({ text, done, isNumbered }) => [text, done, isNumbered]),
      [
        ['done', true, false],
        ['open', false, false],
        ['step', undefined, true],
      ],
    );
  });
});
