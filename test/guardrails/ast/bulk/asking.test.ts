import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Asking } from '#guardrails/ast/bulk/asking.ts';
import type { TextFacts } from '#guardrails/ast/bulk/text-facts.ts';

const facts = (possible: string[]): TextFacts => ({ allows: false, doubtful: false, possible: new Set(possible), wide: false });

suite('asking the command line while files are still being chosen', () => {
  test('files in which nothing can be found are known at once, few others never', async () => {
    const asking = new Asking({ cli: '/nowhere/ast-grep', root: '/', rules: [] });
    asking.add('quiet.ts', facts([]));
    asking.add('other.ts', facts(['a']));
    asking.end();
    await asking.settled();
    assert.equal(asking.get('quiet.ts')?.hits.size, 0);
    assert.equal(asking.get('other.ts'), undefined);
    assert.ok(!asking.isPending('other.ts'));
  });

  test('a command line that is not there leaves all of them to others, and nobody waiting', async () => {
    const asking = new Asking({ cli: '/nowhere/ast-grep', root: '/', rules: [] });
    for (let index = 0; index < 1000; index++) asking.add(`f${index}.ts`, facts([`rule-${index % 7}`]));
    asking.end();
    assert.ok(asking.isPending('f0.ts'));
    await asking.settled();
    for (const name of ['f0.ts', 'f999.ts']) assert.deepEqual([asking.get(name), asking.isPending(name)], [undefined, false]);
  });

  test('where it cannot be asked at all, whoever waits hears of it, and nobody waits for ever', async () => {
    const before = process.env.TMPDIR;
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'asking-')), 'file');
    fs.writeFileSync(file, '');
    process.env.TMPDIR = path.join(file, 'below'); // no scratch folder can be made there
    try {
      const asking = new Asking({ cli: process.execPath, root: '/', rules: [] });
      for (let index = 0; index < 1000; index++) asking.add(`f${index}.ts`, facts([`rule-${index % 7}`]));
      asking.end();
      await assert.rejects(asking.next());
      await asking.settled();
      assert.ok(!asking.isPending('f999.ts'));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      fs.rmSync(path.dirname(file), { recursive: true });
    }
  });
});
