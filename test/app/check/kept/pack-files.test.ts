import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FilePack } from '#app/check/kept/file-pack.ts';
import type { KeptFile } from '#app/check/kept/kept-file.ts';
import { packFiles } from '#app/check/kept/pack-files.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';

const rule = (id: string, rest: Partial<CompiledRule> = {}): CompiledRule => ({
  id,
  page: `harness/guardrails/${id}.md`,
  priority: 'P1',
  title: id,
  message: `Broken: ${id}.`,
  remedy: 'Mend it.',
  files: {},
  check: { kind: 'text', pattern: 'x' },
  literals: [],
  ...rest,
});
const rules = [rule('one'), rule('two', { remedy: '', runbook: 'docs/two.md' })];
const range = { start: { line: 3, column: 5 }, end: { line: 4, column: 1 } };
const first: Finding = {
  path: 'line\nbreak ü.ts',
  range,
  guardrail: 'one',
  priority: 'P1',
  message: 'Broken: one. (twice)',
  fix: 'Mend it.',
  source: 'check',
  baseline: false,
  fingerprint: 'v2:abc',
};
const second: Finding = {
  path: 'line\nbreak ü.ts',
  guardrail: 'two',
  priority: 'P1',
  message: 'Broken: two.',
  runbook: 'docs/two.md',
  source: 'check',
  baseline: false,
  fingerprint: 'v2:def',
};
const nothing = { findings: [], suppressed: [], allows: [], notes: [], replacements: [] };
const file = (found: Partial<ReturnType<KeptFile['found']>>, rest: Partial<KeptFile> = {}): KeptFile => {
  const all = { ...nothing, looked: true, ...found };
  return { stamp: { size: 1, mtimeMs: 2.5, ctimeMs: 3.25, ino: 4 }, hash: 'h', looked: all.looked, found: () => all, ...rest };
};

it('what is unpacked is what was packed, to the order of its keys', () => {
  const files: [string, KeptFile][] = [
    ['empty.ts', file({})],
    ['line\nbreak ü.ts', file({ findings: [first, second] })],
    ['unlooked.md', file({ looked: false }, { stamp: undefined, hash: '' })],
    ['allowed.ts', file({ allows: [{ guardrail: 'one', path: 'allowed.ts', line: 1, reason: 'so' }], replacements: [['key', 'text']] })],
    ['last.ts', file({ findings: [{ ...first, path: 'last.ts', message: 'Broken: one.' }] }, { stamp: undefined })],
  ];
  const plain = (all: readonly (readonly [string, KeptFile])[]) =>
    JSON.stringify(all.map(([path, one]) => [path, one.stamp, one.hash, one.looked, Object.entries(one.found()).sort()]));
  const pack = new FilePack(packFiles(files, rules), rules);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.equal(plain(pack.paths.map((path, index) => [path, pack.at(index)])), plain(sorted));
  for (const [index, [path, one]] of sorted.entries()) {
    assert.equal(pack.indexOf(path), index);
    assert.equal(pack.looked(index), one.looked);
    assert.equal(pack.hasStamp(index), one.stamp !== undefined);
    assert.equal(pack.isQuiet(index), path === 'empty.ts' || path === 'unlooked.md');
  }
  assert.deepEqual(
    ['', 'b', 'zz'].map((path) => pack.indexOf(path)),
    [-1, -1, -1],
  );
  assert.deepEqual(new FilePack(packFiles([], rules), rules).paths, []);
});
