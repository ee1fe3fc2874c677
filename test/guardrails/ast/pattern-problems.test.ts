import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { astCompiler } from '#guardrails/ast/ast-compiler.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { makeExample, makePage } from '../make-page.ts';

const check = (pattern: unknown, rest: Partial<AstCheck> = {}): AstCheck => ({
  kind: 'ast',
  language: 'typescript',
  rule: { pattern },
  ...rest,
});
const problems = (pattern: unknown, samples: string[] = [], rest: Partial<AstCheck> = {}) =>
  astCompiler.problems(check(pattern, rest), samples);

suite('patterns that are no source', () => {
  const cases: [pattern: string, message: RegExp, fix: RegExp][] = [
    ['fetch($URL', /not valid TypeScript: the `\(` at character 6 is never closed/, /Balance it/],
    ['f($A))', /the `\)` at character 6 closes nothing/, /Balance it/],
    ['if ($A) {', /the `\{` at character 9 is never closed/, /Balance it/],
    ['const x = ', /cannot be read from character 1 on/, /`context`.*`selector`/],
    ['private $X: string', /cannot be read/, /context: 'class A \{ private \$X: string \}', selector: public_field_definition/],
    ['case $X:', /cannot be read/, /context: 'switch \(a\) \{ case \$X: \}', selector: switch_case/],
    ['catch ($E) { $$$B }', /Multiple AST nodes/, /context: 'try \{\} catch \(\$E\) \{ \$\$\$B \}', selector: catch_clause/],
    ["get $X() { return 'a' }", /Multiple AST nodes/, /return ''a'' \} \}', selector: method_definition/],
    [': any', /Multiple AST nodes/, /context: 'let a: any', selector: type_annotation/],
    ['...$A', /Multiple AST nodes/, /selector: spread_element/],
    ['a; b', /Multiple AST nodes/, /make each its own/],
  ];
  for (const [pattern, message, fix] of cases) {
    test(pattern, () => {
      const [problem, ...others] = problems(pattern, ['nothing(of, it)']);
      assert.deepEqual(others, []);
      assert.deepEqual(problem?.at, ['rule', 'pattern']);
      assert.match(problem.message, message);
      assert.match(problem.fix ?? '', fix);
    });
  }

  test('the suggested context is taken', () => {
    const suggested = { context: 'class A { private $X: string }', selector: 'public_field_definition' };
    assert.deepEqual(problems(suggested), []);
  });

  test('are told wherever they stand', () => {
    const at = (rest: Partial<AstCheck>) => problems('$A()', [], rest).map((problem) => problem.at);
    assert.deepEqual(at({ rule: { pattern: '$A()', inside: { pattern: 'if (a' } } }), [['rule', 'inside', 'pattern']]);
    assert.deepEqual(at({ constraints: { A: { pattern: 'f(' } } }), [['constraints', 'A', 'pattern']]);
    assert.deepEqual(at({ utils: { u: { any: [{ pattern: 'f(' }] } } }), [['utils', 'u', 'any', 0, 'pattern']]);
    assert.deepEqual(at({ rule: { pattern: { context: 'if (a', strictness: 'ast' } } }), [['rule', 'pattern', 'context']]);
  });

  test('are acquitted by an example in which they find something, but not by one that is broken alike', () => {
    assert.deepEqual(problems('[$A', ['f([1])']), []);
    assert.equal(problems('[$A', ['f(1)']).length, 1);
    assert.equal(problems('fetch($URL', ['fetch(url']).length, 1);
  });

  test('are no such thing where another language of the check understands them', () => {
    assert.deepEqual(problems('<div>$X</div>'), []);
    assert.match(problems('<div>$X</div>', [], { languages: ['typescript'] })[0]?.fix ?? '', /language: tsx/);
    assert.deepEqual(problems('#secret', ['class A { #secret = 1 }']), []);
  });
});

suite('metavariables in lower case', () => {
  const cases: [pattern: string, wrong: string, right: string][] = [
    ['fetch($url)', '$url', '$URL'],
    ['log($$$args)', '$$$args', '$$$ARGS'],
    ['log($maxItems)', '$maxItems', '$MAX_ITEMS'],
    ['let a: $type', '$type', '$TYPE'],
    ['a.$method()', '$method', '$METHOD'],
  ];
  for (const [pattern, wrong, right] of cases) {
    test(pattern, () => {
      const [problem, ...others] = problems(pattern, ['fetch(url)']);
      assert.deepEqual(others, []);
      assert.ok(problem?.message.includes(`\`${wrong}\` is no metavariable`));
      assert.ok((problem?.fix ?? '').includes(`\`${right}\``));
    });
  }

  test('are told before what follows from them', () => {
    const at = problems('fetch($url)', [], { fix: 'get($URL)' }).map((problem) => problem.at);
    assert.deepEqual(at, [['rule', 'pattern']]);
  });

  test('may be names, if an example has one', () => assert.deepEqual(problems('$el.html($X)', ['$el.html(text)']), []));
  for (const pattern of ['$A($$$, $_B, $_)', '$(a)', "f('$name')", 'obs$.subscribe($$$ARGS)'])
    test(`are not in ${pattern}`, () => assert.deepEqual(problems(pattern), []));
});

test('a page is judged by its own examples', () => {
  const page = (bad: string) => makePage('a', check('[$A'), { examples: [makeExample('bad', bad)] });
  const about = { engine: '', pagesHash: '' };
  assert.deepEqual(compileRules([page('[1]')], about).problems, []);
  assert.deepEqual(
    compileRules([page('f(1)')], about).problems.map(({ at }) => at),
    [['check', 'rule', 'pattern']],
  );
});
