import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { CoverageCheck, ToolCheck } from '#kernel/records/guardrail.ts';
import { checkCoverage } from '../coverage/check-coverage.ts';
import { checkTool } from '../tool/check-tool.ts';
import { type Json, mutated, spelt } from './mutate-document.ts';
import { render } from './render-document.ts';

/** `TACKROOM_FUZZ=50000` for a long night. */
const numRuns = Number(process.env.TACKROOM_FUZZ ?? 60);

const files = { 'src/a.ts': 'one();\ntwo();\n' };

const coverage: Record<CoverageCheck['format'], { document: Json; as: keyof typeof render }> = {
  lcov: {
    document: ['TN:', 'SF:src/a.ts', 'FN:1,f', 'DA:1,1', 'DA:2,0', 'BRDA:1,0,0,-', 'BRDA:1,0,1,3', 'LF:2', 'LH:1', 'end_of_record'],
    as: 'lines',
  },
  istanbul: {
    document: {
      'src/a.ts': {
        path: 'src/a.ts',
        statementMap: { '0': { start: { line: 1, column: 0 }, end: { line: 1, column: 5 } }, '1': { start: { line: 2, column: 0 } } },
        s: { '0': 1, '1': 0 },
        branchMap: { '0': { locations: [{ start: { line: 1 } }] } },
        b: { '0': [0, 1] },
      },
    },
    as: 'json',
  },
  cobertura: {
    document: {
      coverage: [
        { sources: [{ source: '/ci' }, { source: '.' }] },
        {
          packages: {
            package: {
              classes: {
                class: [
                  { '@filename': 'src/a.ts' },
                  {
                    lines: [
                      { line: { '@number': 1, '@hits': 1, '@branch': 'true', '@condition-coverage': '50% (1/2)' } },
                      { line: { '@number': 2, '@hits': 0 } },
                    ],
                  },
                ],
              },
            },
          },
        },
      ],
    },
    as: 'xml',
  },
};

const region = { startLine: 1, startColumn: 1, endLine: 2, endColumn: 3 };
const tools: Record<'sarif' | 'eslint-json', { output: ToolCheck['output']; document: Json }> = {
  sarif: {
    output: 'sarif',
    document: {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 't', rules: [{ id: 'r', messageStrings: { m: { text: 'so {0}' } } }] } },
          originalUriBaseIds: { ROOT: { uri: 'file:///repo/' } },
          results: [
            {
              ruleIndex: 0,
              ruleId: 'r',
              message: { id: 'm', arguments: ['x'] },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts', uriBaseId: 'ROOT' }, region } }],
            },
          ],
        },
      ],
    },
  },
  'eslint-json': {
    output: 'eslint-json',
    document: [
      { filePath: '/repo/src/a.ts', messages: [{ ruleId: 'r', severity: 2, message: 'm', line: 1, column: 1, endLine: 2, endColumn: 3 }] },
    ],
  },
};

suite('reports that are valid but for a part', () => {
  for (const format of ['lcov', 'istanbul', 'cobertura'] as const) {
    const { as, document } = coverage[format];
    test(`${format}: sound in every spelling; else a fault that names it and says what to do, or a file of the repository`, () => {
      for (const spell of [(text: string) => text, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
        const { faults, found } = checkCoverage({ format, lines: 60 }, spell(render[as](document)), files);
        assert.deepEqual([faults, found.length], [[], 1], format);
      }
      fc.assert(
        fc.property(
          mutated(document).chain((one) => spelt(render[as](one))),
          (text) => {
            const { faults, found } = checkCoverage({ format, lines: 60, branches: 60 }, text, files);
            for (const fault of faults) assert.match(fault, new RegExp(`^coverage/report is no ${format} report: .+\\. .+`));
            for (const one of found) assert.match(one, /^src\/a\.ts /);
          },
        ),
        { numRuns },
      );
    });
  }

  for (const [name, { document, output }] of Object.entries(tools)) {
    test(`${name}: sound in every spelling; else a fault that names the program and says what to do, or a place in a file`, () => {
      for (const spell of [(text: string) => text, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`])
        assert.match(checkTool({ output }, spell(render.json(document)), files).found.join(), /^src\/a\.ts:1:1-2:3 /);
      fc.assert(
        fc.property(
          mutated(document).chain((one) => spelt(render.json(one))),
          (text) => {
            const { faults, found } = checkTool({ output }, text, files);
            for (const fault of faults) assert.match(fault, /`lint \{files\}`.+\. .+/s);
            for (const one of found) assert.match(one, /^src\/a\.ts(?::[12]:\d+-[123]:\d+)? /);
          },
        ),
        { numRuns },
      );
    });
  }
});
