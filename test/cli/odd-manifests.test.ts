import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type Json, mutated, spelt } from '../guardrails/fuzz/mutate-document.ts';
import { render } from '../guardrails/fuzz/render-document.ts';
import { guardrailPage, sampleRepository } from './sample-repository.ts';

/** `TACKROOM_FUZZ_CHECKS=500` for a long night. */
const numRuns = Number(process.env.TACKROOM_FUZZ_CHECKS ?? 6);

const page = (id: string, check: string) => guardrailPage({ id, priority: 'P1', files: '["**/*"]', check, bad: 'x', good: 'y' });
const harness = {
  'harness/guardrails/one-logger.md': page('one-logger', 'kind: stack\nconcern: logging\nallowed: [pino]\nknown: [winston]'),
  'harness/guardrails/no-core.md': page('no-core', 'kind: imports\nforbidden:\n  - { from: ["src/**"], to: ["core/**"] }\ncycles: false'),
  'harness/guardrails/covered.md': page('covered', 'kind: coverage\nreport: coverage.json\nformat: istanbul\nlines: 50'),
};
const files = { 'src/a.ts': "import '../core/b.ts';\nimport 'winston';\n", 'core/b.ts': '', 'src/a.py': 'import winston\n' };
const documents: Record<string, { document: Json; as: keyof typeof render }> = {
  'package.json': { document: { name: 'a', dependencies: { winston: '1' }, workspaces: ['core'], exports: { '.': './a.js' } }, as: 'json' },
  'tsconfig.json': { document: { extends: './tsconfig.json', compilerOptions: { paths: { '@/*': ['src/*'] } } }, as: 'json' },
  'pyproject.toml': { document: { project: { dependencies: ['winston'] } }, as: 'toml' },
  'Cargo.toml': { document: { package: { name: 'a' }, dependencies: { winston: '1' } }, as: 'toml' },
  'pnpm-workspace.yaml': { document: { packages: ['core'] }, as: 'yaml' },
  'coverage.json': {
    document: { 'src/a.ts': { path: 'src/a.ts', statementMap: { '0': { start: { line: 1 } } }, s: { '0': 1 }, b: {} } },
    as: 'json',
  },
};

it('a check of a repository with broken manifests and reports finds what code says, and is never at fault itself', async () => {
  const sample = sampleRepository({ ...harness, ...files });
  const broken = fc.record(
    Object.fromEntries(
      Object.entries(documents).map(([path, { as, document }]) => [path, mutated(document).chain((one) => spelt(render[as](one)))]),
    ),
  );
  try {
    await fc.assert(
      fc.asyncProperty(broken, async (texts) => {
        sample.write(texts);
        const { code, stderr, stdout } = await sample.tackroom(['check', '--format', 'json']);
        assert.ok(code === 1 || code === 2, stderr);
        if (code === 2)
          assert.match(stderr, /guardrail covered failed, so this report is not complete: coverage\.json is no istanbul report/);
        const found = JSON.parse(stdout).findings.map((one: { guardrail: string; path: string }) => `${one.guardrail} ${one.path}`);
        for (const expected of ['no-core src/a.ts', 'one-logger src/a.ts', 'one-logger src/a.py'])
          assert.ok(found.includes(expected), expected);
      }),
      { numRuns },
    );
  } finally {
    sample.remove();
  }
});
