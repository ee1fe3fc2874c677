import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hang } from '../../../src/cli/render/hang.ts';

test('words stay whole, and lines after the first stand under it', () => {
  assert.equal(hang('one two three four five six seven', 4, 30), 'one two three four five\n    six seven');
});

test('without a width, or with too little of it, the terminal breaks the line', () => {
  const text = 'word '.repeat(50).trim();
  assert.equal(hang(text, 10, undefined), text);
  assert.equal(hang(text, 10, 30), text);
});

test('a word longer than the room has a line of its own', () => {
  const path = `/${'x'.repeat(40)}`;
  assert.equal(hang(`Start it in ${path} or so`, 2, 30), `Start it in\n  ${path}\n  or so`);
});
