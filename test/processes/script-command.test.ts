import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guardrailPage, type SampleRepository, sampleRepository } from '../cli/sample-repository.ts';

const page = guardrailPage({ id: 'own', priority: 'P1', check: 'kind: script\nmodule: harness/checks/own.mjs', bad: 'bad', good: 'good' });
const check = `import { defineCheck } from 'tackroom/check';
export default defineCheck({
  check(file, { report }) {
    console.log('noise');
    if (file.text.startsWith('bad')) report({ line: 1 });
    if (file.text.startsWith('odd')) throw new Error('odd');
  },
});
`;

async function withSample<T>(module: string, use: (sample: SampleRepository) => Promise<T>): Promise<T> {
  const sample = sampleRepository({
    'harness/harness.yaml': 'version: 1\n',
    'harness/guardrails/own.md': page,
    'harness/checks/own.mjs': module,
  });
  try {
    return await use(sample);
  } finally {
    sample.remove();
  }
}

describe('scripts on the command line', () => {
  it('check reports what they find, in what is staged too, and is not complete where one fails', () =>
    withSample(check, async (sample) => {
      sample.write({ 'a.ts': 'bad' });
      sample.commit();
      const found = await sample.tackroom(['check', '--format', 'json']);
      assert.equal(found.code, 1);
      assert.equal(JSON.parse(found.stdout).findings[0].path, 'a.ts');
      sample.write({ 'a.ts': 'bad again' });
      sample.git('add', 'a.ts');
      sample.write({ 'a.ts': 'good again' });
      assert.equal((await sample.tackroom(['check', '--staged'])).code, 1);
      assert.equal((await sample.tackroom(['check'])).code, 0);
      sample.write({ 'a.ts': 'odd' });
      const failed = await sample.tackroom(['check']);
      assert.equal(failed.code, 2);
      assert.match(failed.stderr, /guardrail own failed, so this report is not complete: harness\/checks\/own\.mjs:6: Error: odd/);
    }));

  it('guardrail test fails on a line that no example makes run, and shows it', () =>
    withSample(check, async (sample) => {
      const { code, stdout } = await sample.tackroom(['guardrail', 'test']);
      assert.equal(code, 1);
      assert.match(stdout, /no example makes these lines run:\n {2}harness\/checks\/own\.mjs:6 \| if \(file\.text\.startsWith\('odd'\)\)/);
      const json = await sample.tackroom(['guardrail', 'test', '--format', 'json']);
      assert.equal(JSON.parse(json.stdout).summary.failures, 1);
    }));
});
