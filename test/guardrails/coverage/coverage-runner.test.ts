import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import { makeExample, makePage } from '../make-page.ts';
import { checkCoverage } from './check-coverage.ts';

const ten = 'return 1;\n'.repeat(10);

/** A file's record with these lines run and not run. */
function lcov(path: string, run: number[], missed: number[], branches = ''): string {
  return [`SF:${path}`, ...run.map((line) => `DA:${line},2`), ...missed.map((line) => `DA:${line},0`), branches, 'end_of_record', ''].join(
    '\n',
  );
}

suite('coverage checks', () => {
  test('lcov: floors of lines and branches, a file each, with the lines that did not run', () => {
    const report =
      lcov('src/a.ts', [1, 2, 3], [4, 5, 7]) + lcov('src/b.ts', [1, 2], [], 'BRDA:1,0,0,1\nBRDA:1,0,1,-') + lcov('src/c.ts', [1], []);
    const files = { 'src/a.ts': ten, 'src/b.ts': ten, 'src/c.ts': ten };
    assert.deepEqual(checkCoverage({ lines: 80, branches: 75 }, report, files), {
      found: [
        'src/a.ts (50 % of its lines, at least 80 %: 3 of 6; not run: 4-5, 7)',
        'src/b.ts (50 % of its branches, at least 75 %: 1 of 2)',
      ],
      notes: [],
      faults: [],
    });
    assert.deepEqual(checkCoverage({ lines: 50, branches: 50 }, report, files).found, []);
  });

  test('a percentage is rounded down: 99.96 is not 100', () => {
    const run = Array.from({ length: 2499 }, (_, index) => index + 1);
    assert.match(
      checkCoverage({ lines: 100 }, lcov('a.ts', run, [2500]), { 'a.ts': '\n'.repeat(2500) }).found.join(),
      /99\.9 % .*2499 of 2500/,
    );
  });

  test('records of the same file are one, and sums count where there is nothing else', () => {
    const twice = lcov('a.ts', [1], [2]) + lcov('a.ts', [2], [1]);
    assert.deepEqual(checkCoverage({ lines: 100 }, twice, { 'a.ts': ten }).found, []);
    const sums = 'SF:a.ts\nLF:4\nLH:1\nBRF:2\nBRH:1\nend_of_record\n';
    assert.deepEqual(checkCoverage({ lines: 30, branches: 60 }, sums, { 'a.ts': ten }).found, [
      'a.ts (25 % of its lines, at least 30 %: 1 of 4)',
      'a.ts (50 % of its branches, at least 60 %: 1 of 2)',
    ]);
  });

  test('istanbul: counters and sums', () => {
    const loc = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });
    const final = JSON.stringify({
      '/ci/app/src/a.ts': {
        path: '/ci/app/src/a.ts',
        statementMap: { 0: loc(1), 1: loc(1), 2: loc(3) },
        s: { 0: 1, 1: 0, 2: 0 },
        b: { 0: [1, 0, 0, 0] },
        branchMap: {},
      },
    });
    const files = { 'src/a.ts': ten };
    const both = { format: 'istanbul', lines: 60, branches: 30 } as const;
    assert.deepEqual(checkCoverage(both, final, files).found, [
      'src/a.ts (50 % of its lines, at least 60 %: 1 of 2; not run: 3)',
      'src/a.ts (25 % of its branches, at least 30 %: 1 of 4)',
    ]);
    const share = (covered: number, total: number) => ({ total, covered, skipped: 0, pct: 0 });
    const summary = JSON.stringify({
      total: {},
      '/ci/app/src/a.ts': { lines: share(1, 4), branches: share(0, 0), functions: share(0, 1) },
    });
    assert.deepEqual(checkCoverage(both, summary, files).found, ['src/a.ts (25 % of its lines, at least 60 %: 1 of 4)']);
  });

  test('cobertura: classes of one file, conditions, sources in front', () => {
    const xml = `\uFEFF<?xml version="1.0" ?><!DOCTYPE coverage SYSTEM "http://x/coverage-04.dtd">
<coverage line-rate="0.5"><sources><source>/home/ci/build/py</source></sources><packages><package name="a"><classes>
<class name="A" filename="a/b.py"><methods><method name="f"><lines><line number="1" hits="1"/></lines></method></methods>
<lines><line number="1" hits="1"/><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)"/></lines></class>
<class name="A$1" filename="a/b.py"><lines><line number="3" hits="0"/></lines></class></classes></package></packages></coverage>`;
    assert.deepEqual(checkCoverage({ format: 'cobertura', lines: 50, branches: 60 }, xml, { 'py/a/b.py': ten }).found, [
      'py/a/b.py (33.3 % of its lines, at least 50 %: 1 of 3; not run: 2-3)',
      'py/a/b.py (50 % of its branches, at least 60 %: 1 of 2)',
    ]);
  });

  test('a file that code of others is called like is not ours', () => {
    const report = lcov('/ci/app/node_modules/x/src/a.ts', [], [1]) + lcov('/ci/app/src/a.ts', [1], []);
    assert.deepEqual(checkCoverage({}, report, { 'src/a.ts': ten }).found, []);
  });

  test('files that no test loads are found, declarations of types are not', () => {
    const files = {
      'src/a.ts': ten,
      'src/b.tsx': 'export const B = () => <b />;',
      'src/t.ts': '// return\nexport interface T { run(): void }',
      'src/x.css': 'a {}',
    };
    assert.deepEqual(checkCoverage({}, lcov('src/a.ts', [1], []), files).found, ['src/b.tsx (not in coverage/report: no test loads it)']);
  });

  test('only files of the page and in question', () => {
    const report = lcov('src/a.ts', [], [1]) + lcov('lib/b.ts', [], [1]);
    assert.deepEqual(checkCoverage({}, report, { 'src/a.ts': ten, 'lib/b.ts': ten }, { files: ['lib/**'] }).found, [
      'lib/b.ts (0 % of its lines, at least 80 %: 0 of 1; not run: 1)',
    ]);
    assert.deepEqual(checkCoverage({}, report, { 'src/c.css': '' }).found, []);
  });

  test('an old report is said: by the clock, and by lines that are not there', () => {
    const report = lcov('a.ts', [1], []) + lcov('b.ts', [40], []);
    const files = { 'a.ts': ten, 'b.ts': ten };
    const old = 'coverage/report is older than 1 of the 2 files in question that it speaks of (b.ts): run the tests with coverage again.';
    assert.deepEqual(checkCoverage({}, report, files, { modifiedMs: () => 9_000 }).notes, [old]);
    assert.deepEqual(checkCoverage({}, report, files, { modifiedMs: () => 13_000 }).notes, [
      old.replace('1 of', '2 of').replace('(b.ts)', '(a.ts, ...)'),
    ]);
  });

  test('a report that is missing or broken is a fault that names it', () => {
    const fault = (format: 'lcov' | 'istanbul' | 'cobertura', text: string) =>
      checkCoverage({ format }, text, { 'a.ts': ten }).faults.join();
    const missing = { kind: 'absent', message: 'coverage/report is not there', fix: 'Run the tests.' } as const;
    assert.deepEqual(checkCoverage({}, missing, { 'a.ts': ten }).faults, ['coverage/report is not there. Run the tests.']);
    assert.match(fault('lcov', '{}'), /^coverage\/report is no lcov report: it names no file/);
    assert.match(fault('istanbul', 'TN:\n'), /is no istanbul report: it is no JSON: it begins with "TN:"/);
    assert.match(fault('istanbul', '[]'), /no object of files/);
    assert.match(fault('istanbul', '{"a.ts":{"x":1}}'), /"a.ts" has neither counters nor sums/);
    assert.match(fault('cobertura', '<coverage><a></coverage>'), /no well-formed XML: unexpected close tag in line 1/);
    assert.match(fault('cobertura', '<testsuite/>'), /no <coverage> element/);
    assert.match(fault('cobertura', ''), /is no cobertura report/);
  });

  test('nothing gathered, nothing said: a hook has no time for it', () => {
    const { found, faults } = checkCoverage({}, { kind: 'outputs', command: '', outputs: [] }, { 'a.css': '' });
    assert.deepEqual([...found, ...faults], []);
  });

  test('what is wrong with a check', () => {
    assert.throws(() => checkCoverage({ lines: 0 }, '', {}), /floor above 0/);
    assert.throws(() => checkCoverage({ report: '../lcov.info' }, '', {}), /not a path inside the repository/);
    assert.throws(() => checkCoverage({ report: 'coverage\\lcov.info' }, '', {}), /forward slashes/);
  });

  test('examples are reports; a floor that none needs is named', () => {
    const page = makePage(
      'one',
      { kind: 'coverage', report: 'coverage/lcov.info', format: 'lcov', lines: 80, branches: 50 },
      {
        files: ['src/**/*.tsx'],
        examples: [
          makeExample('bad', lcov('src/a.tsx', [1], [2])),
          makeExample('bad', { 'src/a.tsx': 'return 1;', 'coverage/lcov.info': lcov('src/b.tsx', [1], []) }),
          makeExample('good', lcov('src/a.tsx', [1], []) + lcov('src/a.ts', [], [1])),
          makeExample('good', lcov('C:\\ci\\src\\a.tsx', [1], [])),
        ],
      },
    );
    const [tested] = testExamples([page]);
    assert.deepEqual(
      tested?.results.filter(({ ok }) => !ok),
      [],
    );
    assert.deepEqual(tested?.unexercised, ['branches']);
  });
});
