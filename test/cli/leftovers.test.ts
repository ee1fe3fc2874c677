import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { sampleHarness, sampleRepository } from './sample-repository.ts';

const left = 'src/.0123456789abcdef.99999999.tackroom-tmp';

describe('what a killed writer left beside a file', () => {
  it('is judged by no check, staged or not, and goes with the next that writes', async () => {
    const page = sampleHarness['harness/guardrails/no-fixme.md']?.replace('**/*.ts', 'src/**') ?? '';
    const sample = sampleRepository({ ...sampleHarness, 'harness/guardrails/no-fixme.md': page, 'src/a.ts': '// fine\n' });
    try {
      sample.commit();
      for (const args of [['--fix'], ['--update-baseline']]) {
        sample.write({ [left]: '// FIXME\n' });
        for (const scope of [[], ['--changed'], ['src']]) assert.equal((await sample.tackroom(['check', ...scope])).code, 0);
        sample.git('add', left);
        assert.equal((await sample.tackroom(['check', '--staged'])).code, 0);
        sample.git('rm', '--cached', '--quiet', left);
        assert.equal((await sample.tackroom(['check', ...args])).code, 0);
        assert.equal(fs.existsSync(path.join(sample.root, left)), false);
      }
    } finally {
      sample.remove();
    }
  });

  it('is not in the way of a file whose name is as long as names can be', async () => {
    const long = `src/${'n'.repeat(250)}.ts`;
    const fix = (sampleHarness['harness/guardrails/no-eval.md'] ?? '').replace(
      'pattern: eval($CODE)',
      'pattern: eval($CODE)\n  fix: run($CODE)',
    );
    const sample = sampleRepository({ ...sampleHarness, 'harness/guardrails/no-eval.md': fix, [long]: 'eval(a);\n' });
    try {
      const ran = await sample.tackroom(['check', '--fix']);
      assert.equal(ran.code, 0, ran.stdout + ran.stderr);
      assert.equal(fs.readFileSync(path.join(sample.root, long), 'utf8'), 'run(a);\n');
    } finally {
      sample.remove();
    }
  });
});
