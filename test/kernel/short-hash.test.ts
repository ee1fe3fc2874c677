import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortHash } from '#kernel/short-hash.ts';

test('a short hash is 16 hex digits and the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.match(shortHash(text), /^[0-9a-f]{16}$/);
      assert.equal(shortHash(text), shortHash(`${text}`));
    }),
  );
});

test('paths that differ a little have other names: 200,000 of them do not clash', () => {
  const names = new Set<string>();
  for (let number = 0; number < 100_000; number++) {
    names.add(shortHash(`/home/ada/work/project-${number}/.git`));
    names.add(shortHash(`/home/ada/work/${number}-project/.git`));
  }
  assert.equal(names.size, 200_000);
});
