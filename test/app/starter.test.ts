import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import { type Harness, loadHarness } from '#pages/load-harness.ts';

const starter = path.resolve(import.meta.dirname, '../../starter');

describe('the starter pages', () => {
  let root: string;
  let harness: Harness;

  before(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-starter-')));
    fs.cpSync(starter, path.join(root, 'harness'), { recursive: true });
    harness = loadHarness(root);
  });

  after(() => fs.rmSync(root, { recursive: true, force: true }));

  test('have no mistake', () => {
    assert.deepEqual(harness.problems, []);
    assert.equal(harness.guardrails.length, 8);
  });

  test('prove themselves: every example holds, and every part of a rule has one', () => {
    for (const page of testExamples(harness.guardrails)) {
      assert.deepEqual(page.problems, [], page.page);
      assert.deepEqual(
        page.results.filter((result) => !result.ok),
        [],
        page.page,
      );
      assert.deepEqual(page.unexercised, [], page.page);
      assert.equal(page.notRun, undefined, page.page);
    }
  });

  test('cover ast, text, structure, imports and command, each with a remedy', () => {
    const kinds = new Set(harness.guardrails.map((page) => page.guardrail.check.kind));
    assert.deepEqual([...kinds].sort(), ['ast', 'command', 'imports', 'structure', 'text']);
    for (const page of harness.guardrails) assert.ok(page.remedy.length > 20, page.path);
  });

  test('leave out the hook that init writes: it is a bundle', () => {
    assert.ok(harness.settings.check.exclude.includes('harness/hook.mjs'));
  });
});
