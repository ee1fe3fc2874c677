import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { sha256 } from '#kernel/sha256.ts';

test('sha256 equals the one of node:crypto for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
    }),
    { numRuns: 500 },
  );
});

test('sha256 pads right at every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'a'.repeat(length);
    assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'), `length ${length}`);
  }
});
