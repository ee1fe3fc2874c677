import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { termsOf } from '../../../src/knowledge/ground/terms.ts';

const hashes = (text: string) => termsOf(text).map(({ hash }) => hash);
const words = (text: string) => termsOf(text).map(({ word }) => word);

describe('words of a text', () => {
  it('are the same in other forms', () => {
    for (const forms of [
      'retry retries retried retrying',
      'cache cached caching caches',
      'charge charges charged charging',
      'stop stopped stopping',
      'migration migrations migrate',
      'rate rates rated rating',
      'worker workers work',
    ])
      assert.equal(new Set(hashes(forms)).size, 1, `${forms}: ${words(forms).join()}`);
  });

  it('are not those of other words', () => {
    assert.equal(new Set(hashes('rate rat ration station state status order action')).size, 8);
  });

  it('are parts of names, and the name', () => {
    assert.deepEqual(words('placeOrder'), ['place', 'order', 'placeorder']);
    assert.deepEqual(words('HTTPServer_v2'), ['http', 'server', 'v2', 'httpserverv2']);
    assert.deepEqual(hashes('place_order'), hashes('placeOrder'));
  });

  it('are pairs of characters where nothing stands between words', () => {
    assert.deepEqual(words('支付失败'), ['支付', '付失', '失败']);
  });

  it('leave out what says nothing', () => {
    assert.deepEqual(words('what we should do with the a'), []);
  });
});
