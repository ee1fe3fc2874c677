import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { compileRules } from '#guardrails/compile-rules.ts';
import { type Report, runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { Check } from '#kernel/records/guardrail.ts';
import { cpuMs } from '../../cpu-ms.ts';
import { checkCoverage } from '../coverage/check-coverage.ts';
import { makePage } from '../make-page.ts';
import { checkStack } from '../stack/check-stack.ts';
import { checkTool } from '../tool/check-tool.ts';

/** `TACKROOM_FUZZ=50000` for a long night. */
const numRuns = Number(process.env.TACKROOM_FUZZ ?? 400);

const files = { 'src/a.ts': 'return 1;\nreturn 2;\nreturn 3;\nreturn 4;\n', 'src/b c.ts': 'return 1;\n'.repeat(9) };

/** Paths that lead out, or nowhere, in the spellings that programs have. */
const outside = [
  '../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'src/../../etc/passwd',
  'src/../../../proc/self/environ',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..\\..\\etc\\passwd',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\a.ts',
  'src/a.ts\0',
  'src/a.ts%00',
  '~/.ssh/id_rsa',
  'http://example.com/src/a.ts/..',
  '__proto__',
  'constructor',
  '',
  '.',
  '/',
];

suite('reports that lie', () => {
  test('only files of the repository are read, whatever a report names', () => {
    for (const path of outside) {
      const sarifLog = {
        version: '2.1.0',
        runs: [
          {
            results: [
              { message: { text: 'm' }, locations: [{ physicalLocation: { artifactLocation: { uri: path }, region: { startLine: 1 } } }] },
            ],
          },
        ],
      };
      const eslint = [{ filePath: path, messages: [{ ruleId: 'r', message: 'm', line: 1, column: 1 }] }];
      const tool = (output: Extract<Check, { kind: 'tool' }>['output'], stdout: string) =>
        readsOf({ kind: 'tool', run: ['lint'], output }, { kind: 'outputs', command: 'lint', outputs: [{ code: 0, stdout, stderr: '' }] });
      const coverage = (format: Extract<Check, { kind: 'coverage' }>['format'], text: string) =>
        readsOf({ kind: 'coverage', report: 'r', format, lines: 100 }, { kind: 'file', path: 'r', text });
      const reads = [
        ...tool('sarif', JSON.stringify(sarifLog)),
        ...tool('eslint-json', JSON.stringify(eslint)),
        ...tool({ pattern: '^(?<path>.*?):(?<line>\\d+)$' }, `${path}:1`),
        ...coverage('lcov', `SF:${path}\nDA:1,0\nend_of_record\n`),
        ...coverage('istanbul', JSON.stringify({ [path]: { statementMap: { 0: { start: { line: 1 } } }, s: { 0: 0 }, b: {} } })),
        ...coverage(
          'cobertura',
          `<coverage><sources><source>/</source><source>..</source></sources><class filename="${path.replaceAll('\0', '')}"><line number="1" hits="0"/></class></coverage>`,
        ),
      ];
      for (const read of reads) assert.ok(Object.hasOwn(files, read), `${JSON.stringify(path)} made us read ${read}`);
    }
    assert.equal(Object.hasOwn(Object.prototype, 'lines'), false);
  });

  test('any values in the places of a report: a fault that names it, or findings within the files', () => {
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        0,
        -1,
        0.5,
        1e308,
        -1e308,
        2 ** 53,
        '1e999',
        '',
        '\0',
        null,
        true,
        [],
        {},
        ['a'],
        { constructor: 1 },
        ...outside,
      ),
      fc.jsonValue(),
    );
    const line = fc.oneof({ weight: 3, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: odd });
    const path = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('src/a.ts', 'src/b%20c.ts', '/ci/src/a.ts', 'C:\\ci\\src\\a.ts') },
      { weight: 1, arbitrary: odd },
    );
    const keys = fc.constantFrom('startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', '__proto__');
    const result = fc.record(
      {
        ruleId: odd,
        ruleIndex: line,
        kind: fc.constantFrom('fail', 'open', undefined),
        level: odd,
        message: fc.oneof(fc.record({ text: odd, id: odd, arguments: odd }), odd),
        locations: fc.oneof(
          fc.array(
            fc.record({
              physicalLocation: fc.record({
                artifactLocation: fc.record({ uri: path, uriBaseId: odd }),
                region: fc.dictionary(keys, line),
              }),
            }),
            { maxLength: 3 },
          ),
          odd,
        ),
        suppressions: odd,
      },
      { requiredKeys: ['locations'] },
    );
    const sarif = fc.record({
      runs: fc.array(fc.record({ tool: odd, results: fc.array(result, { maxLength: 4 }), originalUriBaseIds: odd, invocations: odd }), {
        maxLength: 2,
      }),
    });
    const eslint = fc.array(
      fc.record({
        filePath: path,
        messages: fc.array(fc.record({ ruleId: odd, message: odd, line, column: line, endLine: line, endColumn: line, severity: odd }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(fc.constant('sarif' as const), sarif), fc.tuple(fc.constant('eslint-json' as const), eslint)),
        ([output, log]) => {
          const { faults, found } = checkTool({ output }, JSON.stringify(log), files);
          for (const fault of faults) assert.match(fault, /`lint \{files\}`/);
          for (const one of found) {
            const [, file = '', from] = /^(src\/[ab c]+\.ts)(?::(\d+):\d+-(\d+):(\d+))?/.exec(one) ?? assert.fail(one);
            assert.ok(from === undefined || Number(from) <= (file === 'src/a.ts' ? 5 : 10), one);
          }
        },
      ),
      { numRuns },
    );
  });

  test('the three formats, in whatever spelling, say of the same counts the same', () => {
    const counts = fc.dictionary(fc.integer({ min: 1, max: 4 }).map(String), fc.constantFrom(0, 1, 7, 1e9), { minKeys: 1 });
    const spelling = fc.record({
      path: fc.constantFrom('src/a.ts', './src/a.ts', '/ci/work/src/a.ts', 'D:\\ci\\src\\a.ts'),
      crlf: fc.boolean(),
      bom: fc.boolean(),
    });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), spelling, (hits, lines, { bom, crlf, path }) => {
        const numbers = Object.keys(hits).map(Number);
        const spelt = (text: string) => `${bom ? '\uFEFF' : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}`;
        const reports = {
          lcov: `TN:\nSF:${path}\n${numbers.map((line) => `DA:${line},${hits[line]}\n`).join('')}end_of_record\n`,
          istanbul: JSON.stringify(
            { [path]: { path, statementMap: Object.fromEntries(numbers.map((line) => [line, { start: { line } }])), s: hits, b: {} } },
            null,
            1,
          ),
          cobertura: `<?xml version="1.0"?>\n<coverage>\n<class filename="${path}">\n${numbers.map((line) => `<line number="${line}" hits="${hits[line]}"/>\n`).join('')}</class>\n</coverage>\n`,
        };
        const covered = numbers.filter((line) => (hits[line] ?? 0) > 0).length;
        const isBelow = (100 * covered) / numbers.length < lines;
        for (const format of ['lcov', 'istanbul', 'cobertura'] as const) {
          const { faults, found } = checkCoverage({ format, lines }, spelt(reports[format]), { 'src/a.ts': files['src/a.ts'] });
          assert.deepEqual(faults, [], format);
          assert.equal(found.length, isBelow ? 1 : 0, `${format} ${reports[format]}`);
          if (isBelow) assert.match(found[0] ?? '', new RegExp(`at least ${lines} %: ${covered} of ${numbers.length}`));
        }
      }),
      { numRuns },
    );
  });

  test('bombs are over in a moment', () => {
    const startedAt = cpuMs();
    const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE c [<!ENTITY e0 "lol">${entities}]><coverage><class filename="src/a.ts"><line number="1" hits="&e30;"/></class></coverage>`;
    const external =
      '<?xml version="1.0"?><!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><coverage><sources><source>&x;</source></sources></coverage>';
    for (const text of [bomb, external]) {
      const { faults, found } = checkCoverage({ format: 'cobertura' }, text, files);
      assert.doesNotMatch([...faults, ...found].join(), /root:|lollol/);
    }
    checkStack({ allowed: ['pino'], known: ['winston'] }, { 'pom.xml': `winston ${bomb}` });
    const long = `${'a/'.repeat(100_000)}src/a.ts`;
    checkCoverage({ format: 'lcov' }, `SF:${long}\nDA:1,0\nend_of_record\n`.repeat(5), files);
    const rules = Array.from({ length: 20_000 }, (_, index) => ({ id: `r${index}`, messageStrings: { m: { text: 'x' } } }));
    const results = rules.map(({ id }) => ({
      ruleId: id,
      message: { id: 'm' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 1 } } }],
    }));
    const { found } = checkTool({ output: 'sarif' }, JSON.stringify({ runs: [{ tool: { driver: { rules } }, results }] }), files);
    assert.equal(found.length, results.length);
    assert.ok(cpuMs() - startedAt < 5_000, `${cpuMs() - startedAt} ms`);
  });
});

/** What a run reads of the tree. */
function readsOf(check: Check, report: Report): string[] {
  const { compiled } = compileRules([makePage('one', check)], { engine: '', pagesHash: '' });
  const reads: string[] = [];
  const known = memoryTree(files);
  const read = (path: string) => {
    reads.push(path);
    return known.read(path);
  };
  const tree = { ...known, read };
  runRules(compiled, { tree, paths: Object.keys(files), whole: true, root: '/repo', reports: new Map([['one', report]]) });
  return reads;
}
