import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { wantedReports } from '#guardrails/run-rules.ts';
import { programRuns } from '#guardrails/tool/program-runs.ts';
import type { Check } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

test('files stand where the placeholder does, and none is read as an option', () => {
  assert.deepEqual(programRuns(['lint', '{files}', '--quiet'], ['a b.ts', '--fix', '@x'], 'linux'), [
    ['lint', 'a b.ts', './--fix', './@x', '--quiet'],
  ]);
  assert.deepEqual(programRuns(['lint', '.'], ['a.ts'], 'linux'), [['lint', '.']]);
});

test('more files than a command line holds are several runs, none lost', () => {
  const files = Array.from({ length: 5_000 }, (_, index) => `src/${'folder/'.repeat(8)}${index}.ts`);
  for (const platform of ['linux', 'win32']) {
    const runs = programRuns(['lint', '{files}'], files, platform);
    assert.deepEqual(
      runs.flatMap((run) => run.slice(1)),
      files,
    );
    assert.ok(runs.every((run) => run.join(' ').length < (platform === 'win32' ? 30_000 : 120_000)));
    assert.ok(runs.length > 2);
  }
});

test('pages with the same command line share a run; pages that concern no file in question need none', () => {
  const tool = (rules: string[], run = ['lint', '{files}']): Check => ({ kind: 'tool', run, output: 'sarif', rules });
  const coverage: Check = { kind: 'coverage', report: 'lcov.info', format: 'lcov', lines: 1 };
  const pages = [
    makePage('a', tool(['x']), { files: ['src/**'] }),
    makePage('b', tool(['y']), { files: ['lib/**'] }),
    makePage('c', tool(['y'], ['lint', '.']), { files: ['docs/**'] }),
    makePage('d', coverage, { files: ['src/**'] }),
    makePage('e', coverage, { files: ['src/**'] }),
    makePage('f', coverage, { files: ['docs/**'] }),
  ];
  const { compiled } = compileRules(pages, { engine: '', pagesHash: '' });
  assert.deepEqual(wantedReports(compiled, ['src/1.ts', 'lib/2.ts', 'x.ts'], 'linux'), [
    { kind: 'file', path: 'lcov.info', guardrails: ['d', 'e'] },
    { kind: 'outputs', run: ['lint', '{files}'], guardrails: ['a', 'b'], runs: [['lint', 'lib/2.ts', 'src/1.ts']] },
  ]);
});
