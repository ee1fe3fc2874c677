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
    assert.ok(shipped.length >= 94, `only ${shipped.length}`);
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

  test('cover every kind that needs no program of the team, each with a remedy', () => {
    const kinds = new Set(harness.guardrails.map((page) => page.guardrail.check.kind));
    assert.deepEqual([...kinds].sort(), ['ast', 'command', 'coverage', 'imports', 'stack', 'structure', 'text']);
    for (const page of harness.guardrails) assert.ok(page.remedy.length > 20, page.path);
  });

  test('say where they were tried; one with over a tenth of false alarms is not in the default set', () => {
    for (const folder of ['offered', 'guardrails']) {
      for (const page of fs.readdirSync(path.join(starter, folder))) {
        const text = fs.readFileSync(path.join(starter, folder, page), 'utf8');
        const tried = /^## Where it was tried\n(\S.*?)\n\n## /ms.exec(text)?.[1]?.replace(/\s+/g, ' ');
        assert.ok(tried !== undefined, `${folder}/${page}`);
        if (folder === 'guardrails') assert.ok(isTrusted(tried), `${page}: ${tried}`);
      }
    }
  });

  test('leave out the hook that init writes: it is a bundle', () => {
    assert.ok(harness.settings.check.exclude.includes('harness/hook.mjs'));
  });
});

/** At most a tenth of the hits that were read were false alarms. */
function isTrusted(tried: string): boolean {
  const [, hits = '0', read = hits] = /([\d,]+) hits?\b(?:.*?(\d+) of them (?:read|looked at))?/.exec(tried) ?? [];
  const [, wrong = '0'] = /(\d+) false alarms?/.exec(tried) ?? [];
  return /\bhits?\b/.test(tried) && Number(wrong) * 10 <= Number(read.replace(',', ''));
}
