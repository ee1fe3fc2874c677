import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import type { Check } from '#kernel/records/guardrail.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { makeExample, makePage } from './make-page.ts';

const fetchRule: Check = {
  kind: 'ast',
  language: 'typescript',
  rule: { pattern: 'fetch($URL)' },
  fix: 'fetch($URL, { signal })',
};

suite('examples are tests', () => {
  test('bad is found, good is not, fixed is what the fix makes', () => {
    const page = makePage('rule', fetchRule, {
      files: ['src/**/*.{ts,tsx}', '!**/*.test.ts'],
      examples: [
        makeExample('bad', 'await fetch(url)\nfetch(fetch(b))\n'),
        makeExample('fixed', 'await fetch(url, { signal })\nfetch(fetch(b), { signal })\n'),
        makeExample('good', 'fetch(url, { signal })\n', { language: 'tsx' }),
        makeExample('good', 'fetch(url)\n', { path: 'src/a.test.ts' }),
      ],
    });
    assert.deepEqual(outcomes(page), [
      'bad ok: found in line 1, in line 2, in line 2',
      'fixed ok: the fix makes this of it',
      'good ok: nothing found',
      'good ok: outside the files of the page',
    ]);
  });

  test('code that does not parse, and a fence in another language, are named', () => {
    const page = makePage('rule', fetchRule, {
      files: ['src/**/*.ts'],
      examples: [
        makeExample('bad', 'run()\nfetch(a, = ;\n'),
        makeExample('bad', 'fetch(a)\n', { language: 'python' }),
        makeExample('good', 'run()\n', { language: 'python' }),
        makeExample('good', 'run()\n', { language: 'js' }),
      ],
    });
    const [torn = '', ...others] = outcomes(page);
    assert.match(torn, /^bad NOT ok: should be found and is not .*; the example has a syntax error at line 2 \(/);
    const foreign = 'the fence is marked python, and the check reads typescript, tsx, javascript';
    assert.deepEqual(others.slice(0, 3), [`bad NOT ok: ${foreign}`, `good NOT ok: ${foreign}`, 'good ok: nothing found']);
  });

  test('what is wrong is said', () => {
    const page = makePage('rule', fetchRule, {
      files: ['src/**/*.ts'],
      examples: [
        makeExample('fixed', 'a\n'),
        makeExample('bad', 'fetch(a, b)\n'),
        makeExample('bad', 'fetch(a)\n', { path: 'lib/a.ts' }),
        makeExample('good', 'x()\n  fetch(a)\n'),
        makeExample('fixed', 'fetch(a)\n'),
      ],
    });
    assert.deepEqual(outcomes(page), [
      'fixed NOT ok: there is no `bad` example before it',
      'bad NOT ok: should be found and is not (checked as src/example.ts)',
      'bad NOT ok: `files` of the page do not match lib/a.ts',
      'good NOT ok: should not be found, and is in line 2: fetch(a)',
      'fixed NOT ok: the fix makes something else of it',
    ]);
  });

  test('a fix that differs is shown as a diff', () => {
    const page = makePage('rule', fetchRule, {
      examples: [makeExample('bad', 'x()\nfetch(a)\n'), makeExample('fixed', 'x()\nfetch(a, {})\n')],
    });
    assert.equal(
      testExamples([page])[0]?.results[1]?.diff,
      '--- as the page shows it\n+++ as the fix makes it\n@@ -1,2 +1,2 @@\n x()\n-fetch(a, {})\n+fetch(a, { signal })\n',
    );
  });

  test('each line of a command example is a command', () => {
    const page = makePage(
      'rule',
      { kind: 'command', deny: [{ program: 'git', subcommand: 'push', anyFlag: ['--force', '-f'] }] },
      {
        examples: [
          makeExample('bad', '# comments are for the reader\ngit push -f\n\nbash -c "git push \\\n  --force"\n', { language: 'sh' }),
          makeExample('good', 'git push\n', { language: 'sh' }),
          makeExample('bad', 'git push -f\ngit push\n', { language: 'sh' }),
          makeExample('good', 'git push -f\n', { language: 'sh' }),
          makeExample('bad', '# nothing\n', { language: 'sh' }),
        ],
      },
    );
    assert.deepEqual(outcomes(page), [
      'bad ok: denied',
      'good ok: not denied',
      'bad NOT ok: should be denied and is not: git push',
      'good NOT ok: should be allowed and is denied: git push -f',
      'bad NOT ok: there is no command in it',
    ]);
  });

  test('an example of several files is a small repository', () => {
    const structure: Check = { kind: 'structure', requires: '{dir}/{name}.test.{ext}' };
    const page = makePage('rule', structure, {
      files: ['src/**/*.ts', '!**/*.test.ts'],
      examples: [
        makeExample('good', { 'src/a.ts': '', 'src/a.test.ts': '' }),
        makeExample('bad', { 'src/a.ts': '', 'test/a.test.ts': '' }),
      ],
    });
    assert.deepEqual(outcomes(page), ['good ok: nothing found', 'bad ok: found in src/a.ts']);
    const imports: Check = { kind: 'imports', forbidden: [{ from: ['src/core/**'], to: ['src/ui/**'] }] };
    const layers = makePage('layers', imports, {
      examples: [
        makeExample('bad', { 'src/core/a.ts': "import { b } from '../ui/b.ts';\n", 'src/ui/b.ts': 'export const b = 1;\n' }),
        makeExample('good', { 'src/core/a.ts': 'export const a = 1;\n', 'src/ui/b.ts': "import { a } from '../core/a.ts';\n" }),
      ],
    });
    assert.deepEqual(outcomes(layers), ['bad ok: found in line 1', 'good ok: nothing found']);
  });

  test('a required file: bad is a tree without it', () => {
    const page = makePage(
      'rule',
      { kind: 'structure', required: true },
      {
        files: ['SECURITY.md'],
        examples: [makeExample('bad', 'anything\n'), makeExample('good', 'mail us\n', { language: 'md' })],
      },
    );
    assert.deepEqual(outcomes(page), ['bad ok: found in SECURITY.md', 'good ok: nothing found']);
  });

  test('a page whose rule is wrong says why, and a kind without checker says so', () => {
    const [wrong, judged] = testExamples([
      makePage('wrong', { kind: 'ast', language: 'typescript', rule: { kind: 'nope' } }, { examples: [makeExample('bad', 'a')] }),
      makePage('judged', { kind: 'judge', persona: 'critic' }),
    ]);
    assert.equal(wrong?.problems.length, 1);
    assert.equal(wrong.notRun, undefined);
    assert.deepEqual(wrong.results, []);
    assert.equal(judged?.notRun, 'examples of kind judge are not run here');
  });
});

suite('parts of a rule that no example exercises', () => {
  const cases: [name: string, check: Check, examples: Example[], parts: string[]][] = [
    [
      'alternatives',
      { kind: 'ast', language: 'typescript', rule: { any: [{ pattern: 'a()' }, { pattern: 'b()' }] } },
      [makeExample('bad', 'a()')],
      ['rule.any[1]'],
    ],
    [
      'not',
      { kind: 'ast', language: 'typescript', rule: { pattern: 'a($X)', not: { pattern: 'a(1)' } } },
      [makeExample('bad', 'a(2)')],
      ['rule.not'],
    ],
    [
      'not, exercised',
      { kind: 'ast', language: 'typescript', rule: { pattern: 'a($X)', not: { pattern: 'a(1)' } } },
      [makeExample('bad', 'a(2)'), makeExample('good', 'a(1)')],
      [],
    ],
    [
      'constraints',
      { kind: 'ast', language: 'typescript', rule: { pattern: '$F()' }, constraints: { F: { regex: '^(a|b)$' } } },
      [makeExample('bad', 'a()'), makeExample('good', 'c()')],
      ['constraints.F.regex: b'],
    ],
    [
      'utils',
      { kind: 'ast', language: 'typescript', rule: { pattern: 'a()' }, utils: { unused: { pattern: 'b()' } } },
      [makeExample('bad', 'a()')],
      ['utils.unused'],
    ],
    [
      'relations',
      { kind: 'ast', language: 'typescript', rule: { pattern: 'a()', inside: { kind: 'arrow_function', stopBy: 'end' } } },
      [makeExample('bad', '() => a()')],
      ['rule.inside'],
    ],
    [
      'alternatives of an expression',
      { kind: 'text', pattern: 'TODO|FIXME', flags: 'i' },
      [makeExample('bad', 'todo')],
      ['pattern: FIXME'],
    ],
    [
      'keys of a structure',
      { kind: 'structure', maxLines: 2, name: '^[a-z]+' },
      [makeExample('bad', '\n\n\n\n', { path: 'a.ts' })],
      ['name'],
    ],
    ['denied commands', { kind: 'command', deny: [{ program: 'rm' }, { program: 'dd' }] }, [makeExample('bad', 'rm a')], ['deny[1]']],
  ];
  for (const [name, check, examples, parts] of cases) {
    test(name, () => assert.deepEqual(testExamples([makePage('rule', check, { examples })])[0]?.unexercised, parts));
  }
});

function outcomes(page: GuardrailPage): string[] {
  const [test] = testExamples([page]);
  assert.deepEqual(test?.problems, []);
  return test.results.map(({ explanation, ok, verdict }) => `${verdict} ${ok ? 'ok' : 'NOT ok'}: ${explanation}`);
}
