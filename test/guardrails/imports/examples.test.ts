import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import type { Example, GuardrailPage } from '#kernel/records/guardrail-page.ts';

test('examples of several files prove an imports guardrail as files on disk would', () => {
  const page = pageWith([
    example('bad', {
      'src/low/a.ts': "import type { B } from '#high/b.js';",
      'src/high/b.ts': '',
      'package.json': '{"imports":{"#*":"./src/*"}}',
    }),
    example('bad', { 'src/high/b.ts': "export { default } from 'lodash/fp';" }),
    example('bad', { 'src/high/a.ts': "import './b';", 'src/high/b.ts': "const a = require('./a');" }),
    example('good', {
      'src/high/b.ts': "import '~/low/a';",
      'src/low/a.ts': '',
      'tsconfig.json': '{"compilerOptions":{"paths":{"~/*":["./src/*"]}}}',
    }),
    example('good', { 'src/high/vendor.ts': "import 'lodash';" }),
  ]);
  const [tested] = testExamples([page]);
  assert.deepEqual(tested?.problems, []);
  assert.deepEqual(
    tested?.results.filter((result) => !result.ok),
    [],
  );
  assert.deepEqual(tested?.unexercised, []);
});

test('parts that no example needs are named', () => {
  const page = pageWith([
    example('bad', { 'src/low/a.ts': "import '../high/b';", 'src/high/b.ts': '' }),
    example('good', { 'src/high/b.ts': "import '../low/a';", 'src/low/a.ts': '' }),
  ]);
  assert.deepEqual(testExamples([page])[0]?.unexercised, ['forbidden[0]', 'forbidden[0].except[0] src/high/vendor.ts', 'cycles']);
});

function pageWith(examples: Example[]): GuardrailPage {
  return {
    kind: 'guardrail',
    path: 'harness/guardrails/imports.md',
    message: 'Imports go down.',
    remedy: '',
    examples,
    guardrail: {
      id: 'imports',
      title: 'Imports',
      priority: 'P1',
      files: ['src/**'],
      check: {
        kind: 'imports',
        layers: [
          { name: 'low', files: ['src/low/**'] },
          { name: 'high', files: ['src/high/**'] },
        ],
        forbidden: [{ from: ['src/**'], to: ['lodash'], except: ['src/high/vendor.ts'] }],
        cycles: false,
      },
    },
  };
}

function example(verdict: Example['verdict'], files: Record<string, string>): Example {
  return { verdict, language: 'ts', files: Object.entries(files).map(([path, text]) => ({ path, text })), line: 1 };
}
