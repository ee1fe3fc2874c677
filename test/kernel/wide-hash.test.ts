import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wideHash } from '#kernel/wide-hash.ts';

/** Texts as alike as findings are: one word, one number, one mark apart. */
const texts = Array.from({ length: 60_000 }, (_, index) =>
  JSON.stringify(['rule', `Client.send${index % 7}`, `fetch(url${Math.floor(index / 7)})`, String(index % 3)]),
);

describe('the wide hash', () => {
  it('names a text in 24 hex digits, the same on every machine', () => {
    assert.equal(wideHash(''), wideHash(''));
    assert.match(wideHash('ä😀'), /^[0-9a-f]{24}$/);
    assert.equal(wideHash('["fetch-deadline","","fetch(url)","0"]'), 'd1541833d9108233908e4291');
  });

  it('tells texts apart that differ little, and by every third of it as often as chance has it', () => {
    const hashes = [...new Set(texts)].map(wideHash);
    assert.equal(new Set(hashes).size, hashes.length);
    for (const from of [0, 8, 16]) {
      const clashes = hashes.length - new Set(hashes.map((hash) => hash.slice(from, from + 8))).size;
      assert.ok(clashes <= 5, `${clashes} clashes in digits ${from} to ${from + 8}; 0.4 are to be expected`);
    }
  });

  it('clashes in one third do not bring clashes in another', () => {
    const hashes = [...new Set(texts)].map(wideHash);
    for (const [one, other] of [
      [0, 8],
      [8, 16],
      [16, 0],
    ] as const) {
      // Sixteen bits of two thirds each: as many clashes as one sum of 32 bits has.
      const halves = hashes.map((hash) => hash.slice(one, one + 4) + hash.slice(other, other + 4));
      assert.ok(halves.length - new Set(halves).size <= 5);
    }
  });

  it('changes half of its bits when one character changes', () => {
    let changed = 0;
    for (const text of texts.slice(0, 500)) {
      const before = BigInt(`0x${wideHash(text)}`);
      const after = BigInt(`0x${wideHash(text.replace('fetch', 'fetcg'))}`);
      changed += [...(before ^ after).toString(2)].filter((bit) => bit === '1').length;
    }
    const share = changed / (500 * 96);
    assert.ok(share > 0.49 && share < 0.51, `${share}`);
  });
});
