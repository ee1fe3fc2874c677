import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileGlobs } from '#guardrails/compile-globs.ts';
import { madeUpPath } from '#guardrails/examples/made-up-path.ts';
import { makePage } from '../make-page.ts';

suite('a path for an example that has none', () => {
  const cases: [language: string, files: string[] | undefined, path: string | undefined][] = [
    ['ts', undefined, 'example.ts'],
    ['', undefined, 'example.txt'],
    ['py', ['src/**'], 'src/example.py'],
    ['python', undefined, 'example.py'],
    ['kotlin', undefined, 'example.kt'],
    ['csharp', undefined, 'example.cs'],
    ['c#', undefined, 'example.cs'],
    ['golang', ['**/*.go'], 'example.go'],
    ['typescript', undefined, 'example.ts'],
    ['tsx', ['src/**/*.{ts,tsx}'], 'src/example.tsx'],
    ['tsx', ['src/**/*.ts'], 'src/example.ts'],
    ['ts', ['**/*.ts', '!example.ts'], 'example/example.ts'],
    ['ts', ['*.ts', '!example.ts'], 'sample.ts'],
    ['ts', ['src/**'], 'src/example.ts'],
    ['ts', ['packages/*/src/**/*.ts'], 'packages/example/src/example.ts'],
    ['ts', ['{apps,libs}/{a,{b,c}}/*.ts'], 'apps/a/example.ts'],
    ['json', ['package.json'], 'package.json'],
    ['md', ['docs/[0-9]*.md'], 'docs/0example.md'],
    ['ts', ['src/@(core|ui)/*.ts'], 'src/core/example.ts'],
    ['ts', ['!src/**'], 'example.ts'],
    ['ts', ['**/*.ts', '!**'], undefined],
    ['sh', ['**/*.{sh,bash}'], 'example.sh'],
    ['yaml', ['.github/**/*.{yml,yaml}'], '.github/example.yaml'],
  ];
  for (const [language, files, path] of cases) {
    test(`${language} in ${files}`, () => {
      const { guardrail } = makePage('rule', { kind: 'text', pattern: 'a' }, files === undefined ? {} : { files });
      assert.equal(madeUpPath(language, guardrail, compileGlobs(files ?? []).globs), path);
    });
  }

  test('an ast rule lends its language', () => {
    const { guardrail } = makePage('rule', { kind: 'ast', language: 'tsx', rule: { pattern: 'a' } });
    assert.equal(madeUpPath('', guardrail, {}), 'example.tsx');
  });
});
