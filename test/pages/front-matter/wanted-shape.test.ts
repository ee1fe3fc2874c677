import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPage } from '#pages/read-page.ts';

/** What is said of a page with this front matter; its body is in order. */
function told(lines: string): string[] {
  const examples = '## Examples\n```ts bad\na\n```\n```ts good\nb\n```\n';
  const text = `---\nid: a\ntitle: A\npriority: P1\n${lines}\n---\nIt breaks.\n\n${examples}`;
  return readPage('harness/guardrails/a.md', 'guardrail', text).problems.map(({ message, fix }) =>
    fix === undefined ? message : `${message} ${fix}`,
  );
}

const text = 'check: { kind: text, pattern: x }';

describe('mistakes in the front matter say what to write', () => {
  it('a text in the place of a list', () =>
    assert.deepEqual(told(`files: src/**/*.ts\n${text}`), ['`files` must be a list; it is `src/**/*.ts`. Write ["src/**/*.ts"].']));

  it('a folder there, as the glob of what is in it', () =>
    assert.deepEqual(told(`files: src/\n${text}`), ['`files` must be a list; it is `src/`. Write ["src/**"].']));

  it('a kind that is spelt wrong', () =>
    assert.deepEqual(told('check: { kimd: text, pattern: x }'), ['Unknown key `kimd` in check. Did you mean `kind`?']));

  it('the same within a check', () => {
    assert.match(told('check: { kind: imports, forbidden: [{ from: a/**, to: [b/**] }] }').join(), /Write \["a\/\*\*"\]\.$/);
    assert.match(told('check: { kind: imports, layers: src }').join(), /Write a list of entries with the keys name, files\.$/);
    assert.match(told('check: { kind: imports, forbidden: [a] }').join(), /Its keys are from, to, except\.$/);
  });

  it('a key that is cut short, or is another word for it', () => {
    assert.match(told(`prio: P1\n${text}`).join(), /Unknown key `prio`\. Did you mean `priority`\?/);
    assert.match(told(`glob: [a]\n${text}`).join(), /Unknown key `glob`\. Did you mean `files`\?/);
    assert.match(told(`reviewers: [a]\n${text}`).join(), /Unknown key `reviewers`\. Known keys are /);
  });

  it('of the kinds, which one is for reviewers', () =>
    assert.match(told('check: { kind: regex }').join(), /tool, script, or judge \(which needs `persona`, and is judged in review\)/));
});
