import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type SampleRepository, sampleHarness, sampleRepository } from '../cli/sample-repository.ts';

describe('tackroom eval guidance', () => {
  let repository: SampleRepository;
  const cases = (text: string) => repository.write({ 'harness/evals/guidance.yaml': `version: 1\ncases:\n${text}` });
  before(() => {
    repository = sampleRepository({
      ...sampleHarness,
      'harness/personas/reliability.md':
        "---\nname: reliability\nfiles: ['src/**']\nwhen: Calls.\nsigns:\n  retries: ['attempt']\n---\nEyes.\n\n- [retries] What is tried again is tried a bounded number of times.\n",
      'src/a.ts': 'call();\n',
    });
    repository.commit();
  });
  after(() => repository.remove());

  it('tells for each case what was missed and what was needless', async () => {
    cases(
      [
        "  - { id: heard, kind: edit, task: Retry., steps: [{ edit: src/a.ts, old: call();, new: 'attempt(call);' }], needs: [{ item: reliability/retries }] }",
        '  - { id: missed, kind: edit, task: Again., steps: [{ write: src/b.ts, text: x }], needs: [{ item: reliability/retries }] }',
        "  - { id: needless, kind: trap, task: Name it., steps: [{ write: src/c.ts, text: 'attempt' }], needs: [] }",
        "  - { id: either, kind: trap, task: Name it., steps: [{ write: src/c.ts, text: 'attempt' }], needs: [], may: [reliability/retries] }",
      ].join('\n'),
    );
    repository.commit();
    const { code, stdout } = await repository.tackroom(['eval', 'guidance', '--all']);
    assert.equal(code, 0);
    assert.match(stdout, /4 cases, 2 items needed\n.*\nTackroom +50\.0 % +50\.0 % +2 /);
    assert.match(stdout, /missed \(edit\)\n {2}missed {4}reliability\/retries\nneedless \(trap\)\n {2}needless {2}reliability\/retries\n$/);
    assert.equal(repository.git('status', '--porcelain'), '', 'the repository itself is not touched');
  });

  it('names labels that mean nothing, and edits that do not fit', async () => {
    cases('  - { id: a, kind: edit, task: T, steps: [{ run: ls }], needs: [{ item: reliability/retrys }] }\n');
    const wrong = await repository.tackroom(['eval', 'guidance']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /case `a` names `reliability\/retrys`.*did you mean reliability\/retries\?/);
    cases('  - { id: a, kind: edit, task: T, steps: [{ edit: src/a.ts, old: absent, new: x }], needs: [] }\n');
    assert.match((await repository.tackroom(['eval', 'guidance'])).stderr, /the case a replaces a text in src\/a\.ts that occurs 0 times/);
    repository.write({ 'harness/evals/guidance.yaml': 'version: 1\ncases: []\n' });
    assert.equal((await repository.tackroom(['eval', 'guidance'])).code, 2);
  });
});
