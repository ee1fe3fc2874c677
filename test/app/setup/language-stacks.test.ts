import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { stackFiles, stackLanguages } from '#app/setup/language-stacks.ts';

suite('the languages of a stack', () => {
  test('a manifest anywhere in the code says so, before there is any code', () => {
    for (const [file, language] of [
      ['pyproject.toml', 'Python'],
      ['services/api/setup.py', 'Python'],
      ['requirements-dev.txt', 'Python'],
      ['go.mod', 'Go'],
      ['crates/core/Cargo.toml', 'Rust'],
      ['pom.xml', 'Java'],
      ['app/build.gradle.kts', 'Java'],
    ] as const) {
      assert.deepEqual(stackLanguages([file, 'src/a.ts']), [language], file);
    }
  });

  test('a manifest among fixtures and examples says nothing', () => {
    assert.deepEqual(stackLanguages(['test/fixtures/go.mod', 'examples/shop/pom.xml', 'vendor/x/Cargo.toml']), []);
  });

  test('without a manifest a fifth of the code says so, and a lone script does not', () => {
    const typescript = ['a.ts', 'b.tsx', 'c.js', 'd.mts'];
    assert.deepEqual(stackLanguages([...typescript, 'tools/run.py']), ['Python']);
    assert.deepEqual(stackLanguages([...typescript, 'e.ts', 'tools/run.py']), []);
    assert.deepEqual(stackLanguages(['run.py', 'README.md']), ['Python']);
    assert.deepEqual(stackLanguages(['README.md']), []);
  });

  test('guardrails are chosen by the files of the stack, and by the first ones that it will get', () => {
    assert.deepEqual(stackFiles(['a.ts', 'run.py', 'main.go'], ['Go']), ['a.ts', 'main.go', 'internal/main.go', 'internal/main_test.go']);
    assert.deepEqual(stackFiles(['a.ts', 'b.rb'], []), ['a.ts', 'b.rb']);
  });
});
