import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeMissing } from '#app/harness/describe-missing.ts';
import { installBeside } from '#app/setup/install-beside.ts';

const root = '/repository';
const pages = ['harness/guardrails/deadline.md'];
const go = { name: '@ast-grep/lang-go', reason: 'Go cannot be read', install: '@ast-grep/lang-go@0.0.6', pages };

suite('packages that are missing', () => {
  test('none: nothing is said', () => assert.equal(describeMissing([], root), undefined));

  test('a grammar is named with the command that installs it', () => {
    assert.deepEqual(describeMissing([go], root), {
      message:
        'guardrails cannot run (harness/guardrails/deadline.md): their languages need @ast-grep/lang-go, which is not installed beside Tackroom',
      needs: 'their languages need @ast-grep/lang-go, which is not installed beside Tackroom',
      fix: `Run: ${installBeside(['@ast-grep/lang-go@0.0.6'], root)}`,
    });
  });

  test('several take one command', () => {
    const said = describeMissing(
      [go, { ...go, name: '@ast-grep/lang-php', install: '@ast-grep/lang-php@0.0.7', pages: ['harness/guardrails/php.md'] }],
      root,
    );
    assert.match(said?.message ?? '', /lang-go, @ast-grep\/lang-php, which are not installed/);
    assert.match(said?.fix ?? '', / @ast-grep\/lang-go@0\.0\.6 @ast-grep\/lang-php@0\.0\.7$/);
  });

  test('first comes what Tackroom itself lacks: without it no grammar is read', () => {
    const said = describeMissing([go, { name: '@ast-grep/napi', reason: 'no addon', pages }], root);
    assert.match(said?.message ?? '', /not installed for .*: @ast-grep\/napi \(no addon\)$/);
  });
});
