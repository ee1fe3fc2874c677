import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('many paths on the command line of tackroom check', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
    repository.write({ 'old.ts': 'eval(a);\n', 'sub/old.ts': 'eval(a);\n' });
  });

  afterEach(() => repository.remove());

  it('takes hundreds of paths as it takes one', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `sub/deep/f${index}.ts`);
    repository.write(Object.fromEntries(names.map((name) => [name, 'eval(a);\n'])));
    fs.symlinkSync('sub/deep', path.join(repository.root, 'way'));
    const asked = [...names.slice(2), 'way/f0.ts', './sub/../sub/old.ts', path.join(repository.root, 'old.ts')];
    const wanted = [...names.filter((name) => name !== 'sub/deep/f1.ts'), 'old.ts', 'sub/old.ts'].sort();
    assert.deepEqual((await found(asked)).sort(), wanted);
    const below = [...names.map((name) => name.slice('sub/'.length)), '../old.ts'];
    assert.deepEqual((await found(below, 'sub')).sort(), [...names, 'old.ts'].sort());
    const refused = await repository.tackroom(['check', ...names, 'never.ts']);
    assert.deepEqual([refused.code, refused.stderr.split('\n')[0]], [2, 'tackroom: there is no file or folder never.ts.']);
  });

  async function found(asked: readonly string[], cwd = '.'): Promise<string[]> {
    const { stdout } = await repository.tackroom(['check', '--format', 'json', ...asked], { cwd });
    return checkReportSchema.parse(JSON.parse(stdout)).findings.map((finding) => finding.path);
  }
});
