import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody } from '#pages/body/parse-body.ts';
import { plainText } from '#pages/body/plain-text.ts';

const said = (markdown: string) => plainText(parseBody(markdown).children);

test('what Markdown takes for a tag stays word for word', () => {
  for (const text of [
    'Return Promise<void> from src/<area>/index.ts, not Array<string>.',
    '- Add tests/<name>.test.ts.\n- Then <Foo>.',
    '<name> is yours.',
    '<Foo>\nalone',
    'a < b && c > d & e',
  ])
    assert.equal(said(text), text);
});

test('comments and addresses of links are left out, code keeps its backticks', () => {
  assert.equal(said('<!-- for\nwriters -->\n\nUse `a<b>` <!-- why --> as [the guide](x.md) says.'), 'Use `a<b>` as the guide says.');
});
