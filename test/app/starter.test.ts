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
    fs.renameSync(path.join(root, 'harness/offered'), path.join(root, 'offered'));
    fs.cpSync(path.join(root, 'offered'), path.join(root, 'harness/guardrails'), { recursive: true });
    harness = loadHarness(root);
  });

  after(() => fs.rmSync(root, { recursive: true, force: true }));

  test('have no mistake', () => {
    assert.deepEqual(harness.problems, []);
    const shipped = ['guardrails', 'offered'].flatMap((folder) => fs.readdirSync(path.join(starter, folder)));
    assert.equal(harness.guardrails.length, shipped.length);
    assert.ok(shipped.length >= 58, `only ${shipped.length}`);
  });

  for (const page of ['guardrails', 'offered'].flatMap((folder) => fs.readdirSync(path.join(starter, folder)))) {
    test(`${page}: every example holds, and every part of the rule has one`, () => {
      const [tested] = testExamples(harness.guardrails.filter((one) => path.basename(one.path) === page));
      assert.ok(tested !== undefined, 'was not read');
      assert.deepEqual(tested.problems, []);
      assert.deepEqual(
        tested.results.filter((result) => !result.ok),
        [],
      );
      assert.deepEqual(tested.unexercised, []);
      assert.equal(tested.notRun, undefined);
    });
  }

  test('cover ast, text, structure, imports, stack and command, each with a remedy', () => {
    const kinds = new Set(harness.guardrails.map((page) => page.guardrail.check.kind));
    assert.deepEqual([...kinds].sort(), ['ast', 'command', 'imports', 'stack', 'structure', 'text']);
    for (const page of harness.guardrails) assert.ok(page.remedy.length > 20, page.path);
  });

  test('say where they were tried; one with over a tenth of false alarms is not in the default set', () => {
    for (const page of fs.readdirSync(path.join(starter, 'offered'))) {
      assert.match(fs.readFileSync(path.join(starter, 'offered', page), 'utf8'), /^## Where it was tried\n\S/m, page);
    }
    for (const page of fs.readdirSync(path.join(starter, 'guardrails'))) {
      const text = fs.readFileSync(path.join(starter, 'guardrails', page), 'utf8').replace(/\s+/g, ' ');
      const [, read = '', wrong = ''] = /(\d+) of them read(?: \(a random sample\))?, (\d+) false alarms?/.exec(text) ?? [];
      assert.ok(Number(wrong) * 10 <= Number(read), `${page}: ${wrong} of ${read}`);
    }
  });

  test('leave out the hook that init writes: it is a bundle', () => {
    assert.ok(harness.settings.check.exclude.includes('harness/hook.mjs'));
  });
});
