import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { CoverageCheck, ToolCheck } from '#kernel/records/guardrail.ts';
import { cpuMs } from '../../cpu-ms.ts';
import { checkCoverage } from '../coverage/check-coverage.ts';
import { checkStack } from '../stack/check-stack.ts';
import { checkTool } from '../tool/check-tool.ts';

const files = { 'src/a.ts': 'return 1;\n\uFEFF\r\nx\n' };

const lcov = 'TN:\nSF:src/a.ts\nFN:1,f\nDA:1,1\nDA:2,0\nBRDA:1,0,0,-\nBRF:1\nBRH:0\nLF:2\nLH:1\nend_of_record\n';
const istanbul = '{"/ci/src/a.ts":{"statementMap":{"0":{"start":{"line":1,"column":0}}},"s":{"0":0},"b":{"0":[0,1]}},"total":{}}';
const cobertura =
  '<?xml version="1.0"?><coverage><sources><source>/ci</source></sources><class filename="src/a.ts"><lines><line number="1" hits="0" branch="true" condition-coverage="50% (1/2)"/></lines></class></coverage>';
const sarif =
  '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t","rules":[{"id":"r"}]}},"results":[{"ruleIndex":0,"message":{"id":"m","arguments":["x"]},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a.ts"},"region":{"startLine":1,"startColumn":2}}}]}]}]}';
const eslint = '[{"filePath":"/repo/src/a.ts","messages":[{"ruleId":"r","message":"m","line":1,"column":1,"endLine":9,"endColumn":0}]}]';

/** A text with pieces cut out, doubled or replaced, as by a full disk, a merge or another tool. */
function torn(text: string): fc.Arbitrary<string> {
  const cut = fc.tuple(
    fc.nat(text.length),
    fc.nat(40),
    fc.oneof(fc.string(), fc.constantFrom('', '\0', '\uFEFF', '\r\n', '\ud800', '[[[[', '"', '<a>', '-1', '1e999', 'null', '{}')),
  );
  const cuts = fc.array(cut, { minLength: 1, maxLength: 4 });
  return cuts.map((all) => all.reduce((so, [at, length, put]) => so.slice(0, at) + put + so.slice(at + length), text));
}

/** JSON of any shape, and the shape that was expected with anything in it. */
function reshaped(text: string): fc.Arbitrary<string> {
  const values: unknown[] = [];
  JSON.parse(text, (_, value) => values.push(value) && value);
  return fc.tuple(fc.nat(values.length), fc.jsonValue()).map(([index, put]) => {
    let count = 0;
    return JSON.stringify(JSON.parse(text, (_, value) => (count++ === index ? put : value)));
  });
}

suite('malformed reports and manifests: a clear fault or an answer, never a crash', () => {
  const formats: [CoverageCheck['format'], fc.Arbitrary<string>][] = [
    ['lcov', torn(lcov)],
    ['istanbul', fc.oneof(torn(istanbul), reshaped(istanbul), fc.json())],
    ['cobertura', fc.oneof(torn(cobertura), fc.string())],
  ];
  for (const [format, texts] of formats) {
    test(`coverage: ${format}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { faults } = checkCoverage({ format, lines: 50, branches: 50 }, text, files);
          for (const fault of faults) assert.match(fault, new RegExp(`^coverage/report is no ${format} report: `));
        }),
        { numRuns: 300 },
      );
    });
  }

  const outputs: [ToolCheck['output'], fc.Arbitrary<string>][] = [
    ['sarif', fc.oneof(torn(sarif), reshaped(sarif), fc.json())],
    ['eslint-json', fc.oneof(torn(eslint), reshaped(eslint), fc.json())],
    [{ pattern: '^(?<path>[^:]+):(?<line>\\d*):?(?<message>.*)$' }, fc.string({ unit: 'binary' })],
  ];
  for (const [output, texts] of outputs) {
    test(`tool: ${typeof output === 'string' ? output : 'lines'}`, () => {
      fc.assert(
        fc.property(texts, fc.nat(3), (stdout, code) => {
          for (const fault of checkTool({ output }, { stdout, code }, files).faults) assert.match(fault, /`lint \{files\}`/);
        }),
        { numRuns: 300 },
      );
    });
  }

  const manifests = {
    'package.json': '{"dependencies":{"winston":"3","a":{}},"bundledDependencies":["winston",1]}',
    'pyproject.toml': '[project]\ndependencies = ["winston>=1"]\n[tool.poetry.group.x.dependencies]\nwinston = "1"\n',
    'requirements.txt': 'winston[x]==1 ; python_version > "3"\n-e .\n',
    'Cargo.toml': '[dependencies]\nwinston = { version = "1" }\n[target.x.dependencies]\ny = { package = "winston" }\n',
    'go.mod': 'module a\nrequire (\n\twinston v1.0.0\n)\n',
    'pom.xml': '<dependency><groupId>a</groupId><artifactId>winston</artifactId></dependency>',
    'build.gradle': 'implementation "a:winston:1"\n',
    'a.ts': "import 'winston';\n",
    'a.py': 'from winston import (a,\n b)\nimport winston as w\n',
    'a.go': 'package a\nimport (\n\tw "winston"\n)\n',
    'a.rs': 'use winston::{self, a};\nwinston::x!();\n',
    'A.java': 'import static winston.x.*;\n',
  };
  for (const [name, text] of Object.entries(manifests)) {
    test(`stack: ${name}`, () => {
      assert.ok(checkStack({ allowed: ['pino'], known: ['winston'] }, { [name]: text }).length > 0);
      fc.assert(
        fc.property(torn(text), (broken) => {
          checkStack({ allowed: ['pino'], known: ['winston'] }, { [name]: broken });
        }),
        { numRuns: 200 },
      );
    });
  }

  test('long and deep ones take no long time', () => {
    const many = (text: string) => text.repeat(50_000);
    const startedAt = cpuMs();
    const check = { allowed: ['pino'], known: ['winston'] };
    checkStack(check, {
      'a.go': `// winston\n${many('import (\n')}`,
      'a.rs': `// winston\n${many('use /* ')}`,
      'a.py': `# winston\n${many('from a import (\n')}`,
      'pom.xml': `winston${many('<dependency>')}`,
      'build.gradle': `winston${many('"a:')}`,
      'go.mod': `winston\n${many('require (\n')}`,
      'requirements.txt': `winston\n${many('a[')}`,
      'pyproject.toml': `winston\n${many('[a')}`,
      'Cargo.toml': `x = ${'['.repeat(5_000)}\nwinston = 1`,
      'package.json': `{"winston":${'['.repeat(100_000)}`,
    });
    checkCoverage({ format: 'istanbul' }, '['.repeat(200_000), files);
    checkCoverage({ format: 'cobertura' }, many('<coverage>'), files);
    checkCoverage({ format: 'lcov' }, `SF:src/a.ts\n${many('DA:1,1\n')}`, files);
    checkTool({}, '['.repeat(200_000), files);
    assert.ok(cpuMs() - startedAt < 5_000, `${cpuMs() - startedAt} ms`);
  });
});
