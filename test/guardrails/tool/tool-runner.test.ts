import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import type { ToolCheck } from '#kernel/records/guardrail.ts';
import { makeExample, makePage } from '../make-page.ts';
import { checkTool } from './check-tool.ts';

const files = { 'src/a.ts': 'one two\nthree\n', 'src/b c.ts': 'x\n', 'lib/c.ts': 'x\n' };

function result(ruleId: string | undefined, uri: string, region: object = {}, rest: object = {}) {
  return {
    ruleId,
    message: { text: `about ${ruleId}` },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    ...rest,
  };
}

function sarif(results: object[], rest: object = {}): string {
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, results, ...rest }] });
}

suite('tool checks', () => {
  test('SARIF: places, paths in every spelling, only files of the page', () => {
    const printed = sarif([
      result('r1', 'src/a.ts', { startLine: 1, startColumn: 5, endColumn: 8 }),
      result('r2', 'file:///repo/src/b%20c.ts', { startLine: 1 }),
      result('r3', 'src/a.ts'),
      result('r4', 'lib/c.ts', { startLine: 1 }),
      result('r5', 'src/a.ts', { startLine: 99 }),
      result('r6', 'src/a.ts', { startLine: 1, endLine: 2, endColumn: 3 }),
    ]);
    assert.deepEqual(checkTool({}, printed, files), {
      found: [
        'src/a.ts (r3: about r3)',
        'src/a.ts (r5: about r5)',
        'src/a.ts:1:1-2:3 (r6: about r6)',
        'src/a.ts:1:5-1:8 (r1: about r1)',
        'src/b c.ts:1:1-1:2 (r2: about r2)',
      ],
      notes: [],
      faults: [],
    });
  });

  test('SARIF: what passed, is accepted or is gone is no result; rules by index, messages by name, folders by name', () => {
    const rules = [{ id: 'r0' }, { id: 'r1', messageStrings: { m: { text: 'no {0} here' } } }];
    const printed = sarif(
      [
        result('a', 'src/a.ts', {}, { kind: 'pass' }),
        result('b', 'src/a.ts', {}, { suppressions: [{ kind: 'inSource' }] }),
        result('c', 'src/a.ts', {}, { baselineState: 'absent' }),
        result('d', 'src/a.ts', {}, { suppressions: [{ kind: 'external', status: 'rejected' }] }),
        {
          ruleIndex: 1,
          message: { id: 'm', arguments: ['fun'] },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts', uriBaseId: 'S' } } }],
        },
      ],
      { tool: { driver: { name: 't', rules } }, originalUriBaseIds: { S: { uri: 'file:///repo/src/' } } },
    );
    assert.deepEqual(checkTool({}, printed, files).found, ['src/a.ts (d: about d)', 'src/a.ts (r1: no fun here)']);
  });

  test('SARIF of a run that says it failed is noted', () => {
    const invocations = [{ executionSuccessful: false, toolExecutionNotifications: [{ message: { text: 'no config' } }] }];
    assert.deepEqual(checkTool({}, sarif([], { invocations }), files).notes, [
      'the output of `lint {files}` says that it did not end well: no config',
    ]);
  });

  test('ESLint JSON: rules, places, a file that does not parse, ignored files', () => {
    const messages = [
      { ruleId: 'eqeqeq', severity: 2, message: 'Expected\n  ===.', line: 1, column: 5, endLine: 1, endColumn: 8 },
      { ruleId: null, fatal: true, severity: 2, message: 'Parsing error', line: 1, column: 1 },
      { ruleId: null, fatal: false, severity: 1, message: 'File ignored' },
    ];
    const printed = JSON.stringify([{ filePath: '/repo/src/a.ts', messages }]);
    assert.deepEqual(checkTool({ output: 'eslint-json' }, { stdout: printed, code: 1 }, files), {
      found: ['src/a.ts:1:5-1:8 (eqeqeq: Expected ===.)'],
      notes: ['/repo/src/a.ts: Parsing error'],
      faults: [],
    });
  });

  test('lines: named groups, colours taken out, both streams', () => {
    const output = { pattern: '^(?<path>[^:]+):(?<line>\\d+):(?<column>\\d+): (?<rule>\\w+) (?<message>.*)$' };
    const printed = { stdout: '\u001b[1msrc/a.ts\u001b[0m:1:5: E1 bad\nsummary: 2\n', stderr: 'src/a.ts:2:1: E2 worse\r\n', code: 101 };
    assert.deepEqual(checkTool({ output }, printed, files).found, ['src/a.ts:1:5-1:8 (E1: bad)', 'src/a.ts:2:1-2:6 (E2: worse)']);
    assert.deepEqual(checkTool({ output, rules: ['E2'] }, printed, files).found, ['src/a.ts:2:1-2:6 (E2: worse)']);
  });

  test('a page speaks for its rules only', () => {
    const printed = sarif([result('r1', 'src/a.ts'), result('r2', 'src/a.ts'), result(undefined, 'src/a.ts')]);
    assert.deepEqual(checkTool({ rules: ['r2'] }, printed, files).found, ['src/a.ts (r2: about r2)']);
  });

  test('a program that failed is a fault with its own words, and never a pass', () => {
    const fault = (check: Partial<ToolCheck>, code: number, stdout: string, stderr = '') =>
      checkTool(check, { code, stdout, stderr }, files).faults.join();
    assert.match(
      fault({}, 2, '', 'Oops: no config\nat x'),
      /^`lint \{files\}` ended with exit code 2 and printed nothing: Oops: no config at x\. Run it by hand/,
    );
    assert.match(fault({}, 0, 'All good!'), /^the output of `lint \{files\}` is no JSON: it begins with "All good!"/);
    assert.match(fault({}, 0, ''), /no JSON: it is empty/);
    assert.match(fault({}, 0, '[]'), /and not SARIF/);
    assert.match(fault({ output: 'eslint-json' }, 0, '{"runs":[]}'), /not ESLint's list/);
    assert.match(fault({ output: 'eslint-json' }, 2, '[]'), /exit code 2 and found nothing/);
    assert.match(
      fault({ output: { pattern: '^(?<path>a)$' } }, 1, 'usage: lint'),
      /exit code 1 and printed no line that `output.pattern` matches: usage: lint/,
    );
    assert.equal(fault({ output: { pattern: '^(?<path>a)$' } }, 0, ''), '');
  });

  test('a pattern that backtracks without end is stopped', () => {
    const output = { pattern: '^(?<path>(a+)+)$' };
    assert.match(checkTool({ output }, `${'a'.repeat(60)}!`, files).faults.join(), /took longer than/);
  });

  test('what is wrong with a check', () => {
    const problem = (check: Partial<ToolCheck>) => () => checkTool(check, '', {});
    assert.throws(problem({ run: ['eslint . | jq'] }), /line for a shell/);
    assert.throws(problem({ run: ['{files}'] }), /first argument is the program/);
    assert.throws(problem({ run: ['lint', '--in={files}'] }), /argument of its own/);
    assert.throws(problem({ output: { pattern: '(' } }), /no regular expression/);
    assert.throws(problem({ output: { pattern: 'x' } }), /no group named path/);
    assert.throws(problem({ output: { pattern: '(?<path>x)' }, rules: ['a'] }), /no group named rule/);
  });

  test('examples are what the program prints; a rule that none needs is named', () => {
    const check: ToolCheck = { kind: 'tool', run: ['lint'], output: 'sarif', rules: ['r1', 'r2'] };
    const page = makePage('one', check, {
      files: ['src/**'],
      examples: [
        makeExample('bad', sarif([result('r1', 'src/x.ts')])),
        makeExample('bad', { 'out.sarif': sarif([result('r1', 'file:///ci/src/x.ts', { startLine: 1 })]), 'src/x.ts': 'x' }),
        makeExample('good', sarif([result('r3', 'src/x.ts'), result('r1', 'lib/x.ts')])),
      ],
    });
    const [tested] = testExamples([page]);
    assert.deepEqual(
      tested?.results.filter(({ ok }) => !ok),
      [],
    );
    assert.deepEqual(tested?.unexercised, ['rules[1] r2']);
    const [broken] = testExamples([{ ...page, examples: [makeExample('bad', 'no json')] }]);
    assert.match(broken?.results[0]?.explanation ?? '', /is no JSON/);
  });
});
