import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { shortHash } from '#kernel/short-hash.ts';
import { loadBundle, wrapper } from '#platform/install/load-bundle.ts';

let scratch: string;
let code: string;
suite('loading a bundle', () => {
  beforeEach(() => {
    scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'load-bundle-')));
    code = path.join(scratch, 'state', 'code');
  });
  afterEach(() => fs.rmSync(scratch, { recursive: true }));

  test('it is a CommonJS module that knows where it is and what lies beside it', () => {
    const bundle = write('real/a.cjs', "exports.about = () => [__filename, __dirname, require('./b.js'), require.resolve('./b.js')];");
    write('real/b.js', 'module.exports = 7;');
    const { exports } = loadBundle(bundle, { file: code, stamp: '1' });
    assert.deepEqual(exports.about(), [bundle, path.dirname(bundle), 7, path.join(scratch, 'real', 'b.js')]);
  });

  test('code grows with the first three calls, is then left alone, and is used for the same stamp only', () => {
    const bundle = write(
      'a.cjs',
      'exports.value = () => 1; exports.more = () => [[[1]]]; exports.last = () => [[[[2]]]]; exports.late = () => 0;',
    );
    const call = (name: string) => {
      const { exports, keepCode } = loadBundle(bundle, { file: code, stamp: '1' });
      exports[name]();
      keepCode(true);
      return kept('1');
    };
    const sizes = ['value', 'more', 'last'].map((name) => call(name).length);
    assert.ok(Number(sizes[0]) < Number(sizes[1]) && Number(sizes[1]) < Number(sizes[2]), String(sizes));
    const before = kept('1');
    assert.deepEqual(call('late'), before, 'not written again');

    write('a.cjs', fs.readFileSync(bundle, 'utf8').slice(wrapper[0].length, -wrapper[1].length).replace('=> 1', '=> 2')); // as long as before: V8 alone would take the old code
    const other = loadBundle(bundle, { file: code, stamp: '2' });
    assert.equal(other.exports.value(), 2);
    assert.deepEqual(kept('1'), before);
    write(`state/${path.basename(fileOf('2'))}.77.tmp`, 'of a process that is about to rename it');
    other.keepCode(true);
    fs.rmSync(`${fileOf('2')}.77.tmp`);
    assert.deepEqual(fs.readdirSync(path.dirname(code)), [path.basename(fileOf('2'))], 'what is for a bundle that is gone goes too');
  });

  test('the code of a call that ended early gives way to that of a whole one, and not the other way round', () => {
    const bundle = write('early.cjs', 'exports.first = () => [1]; exports.more = () => [[2], [3]];');
    const call = (whole: boolean) => {
      const { exports, keepCode } = loadBundle(bundle, { file: code, stamp: '1' });
      exports.first();
      if (whole) exports.more();
      keepCode(whole);
      return kept('1');
    };
    const early = call(false);
    assert.deepEqual(call(false), early);
    const whole = call(true);
    assert.notDeepEqual(whole, early);
    assert.deepEqual(call(false), whole);
  });

  test('code that is spoiled or from elsewhere is passed over and replaced', () => {
    for (const [index, spoiled] of ['', '1\n', '1\nnot code at all', 'another stamp'].entries()) {
      const bundle = write(`${index}.cjs`, `exports.value = () => ${index + 11};`); // what a process has compiled before is not asked for
      write(path.relative(scratch, fileOf('1')), spoiled);
      const { exports, keepCode } = loadBundle(bundle, { file: code, stamp: '1' });
      assert.equal(exports.value(), index + 11, spoiled);
      keepCode(true);
      assert.ok(kept('1').length > 100, spoiled);
    }
  });

  test('where code cannot be kept the bundle works all the same', () => {
    write('state', 'a file is in the way');
    const { exports, keepCode } = loadBundle(write('a.cjs', 'exports.value = () => 1;'), { file: code, stamp: '1' });
    keepCode(true);
    assert.equal(exports.value(), 1);
  });

  test('a bundle that is broken says so', () => {
    assert.throws(() => loadBundle(write('a.cjs', 'syntax error here'), { file: code, stamp: '1' }), SyntaxError);
    assert.throws(() => loadBundle(write('b.cjs', 'throw new RangeError("b")'), { file: code, stamp: '1' }), RangeError);
  });
});

function fileOf(stamp: string): string {
  return `${code}-${shortHash(stamp)}`;
}

function kept(stamp: string): Buffer {
  return fs.readFileSync(fileOf(stamp));
}

function write(relative: string, text: string): string {
  const file = path.join(scratch, relative);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, relative.endsWith('.cjs') ? wrapper.join(text) : text);
  return file;
}
