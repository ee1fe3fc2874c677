import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { gardenReportSchema } from '#kernel/records/garden-report.ts';
import { validSarif } from './render/sarif-schema.ts';
import { type SampleRepository, sampleRepository } from './sample-repository.ts';

describe('tackroom garden', () => {
  let repository: SampleRepository;
  beforeEach(() => {
    repository = sampleRepository({
      'AGENTS.md': '1. Read [the guide](docs/guide.md).\n',
      'docs/guide.md': '# Guide\n\nSee [nothing](nowhere.md).\n',
      'docs/lost.md': '# Lost\n',
      'harness/harness.yaml': 'version: 1\n',
    });
    repository.commit();
  });
  afterEach(() => repository.remove());

  it('fails on what misleads, and says how much it does not show', async () => {
    const { code, stdout, stderr } = await repository.tackroom(['garden', '--format', 'agent']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^Tackroom: 1 finding \(1 P2\)\nP2 docs\/guide\.md:3:5 There is no `docs\/nowhere\.md`\. \[garden\/dead-link\]\nFix /,
    );
    assert.match(stderr, /1 finding below P2 not shown/);
  });

  it('says nothing is wrong where nothing is', async () => {
    repository.write({ 'docs/nowhere.md': '# Now somewhere\n', 'docs/guide.md': '# Guide\n\nSee [it](nowhere.md) and [that](lost.md).\n' });
    const { code, stdout, stderr } = await repository.tackroom(['garden', '--format', 'agent', '--priority', 'P3']);
    assert.deepEqual([code, stdout, stderr], [0, 'Tackroom: no findings in 4 documents, 15 rules applied.\n', '']);
  });

  it('prints JSON as its schema says, and SARIF, JUnit and annotations as check does', async () => {
    const json = await repository.tackroom(['garden', '--format', 'json', '--priority', 'P3']);
    assert.deepEqual(
      gardenReportSchema.parse(JSON.parse(json.stdout)).findings.map(({ guardrail }) => guardrail),
      ['garden/dead-link', 'garden/orphan'],
    );
    const [run] = validSarif((await repository.tackroom(['garden', '--format', 'sarif'])).stdout).runs;
    assert.deepEqual(
      run?.results.map(({ ruleId }) => ruleId),
      ['garden/dead-link'],
    );
    assert.equal(run?.tool.driver.rules.length, 15);
    assert.match(
      (await repository.tackroom(['garden', '--format', 'junit'])).stdout,
      /<testsuite name="garden\/dead-link" tests="1" failures="1"/,
    );
    assert.match((await repository.tackroom(['garden', '--format', 'github'])).stdout, /^::warning file=docs\/guide\.md,line=3,/);
  });

  it('lets the settings give rules other priorities and turn them off, and names the key that was meant', async () => {
    repository.write({ 'harness/harness.yaml': 'version: 1\ngarden:\n  rules: { dead-link: off, orphan: P1 }\n' });
    const { stdout } = await repository.tackroom(['garden', '--format', 'agent']);
    assert.match(stdout, /^Tackroom: 1 finding \(1 P1\)\nP1 docs\/lost\.md /);
    repository.write({ 'harness/harness.yaml': 'version: 1\ngarden:\n  rules: { orfan: off }\n' });
    const wrong = await repository.tackroom(['garden']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /harness\/harness\.yaml:3:\d+ Unknown key `orfan`.*Did you mean `orphan`\?/);
  });

  it('heeds comments with a reason, and excluded documents', async () => {
    repository.write({
      'docs/guide.md': '# Guide\n\n<!-- tackroom-allow garden/dead-link: it comes with the release -->\nSee [nothing](nowhere.md).\n',
    });
    assert.equal((await repository.tackroom(['garden'])).code, 0);
    repository.write({ 'docs/guide.md': '# Guide\n\n<!-- tackroom-allow garden/dead-link -->\nSee [nothing](nowhere.md).\n' });
    assert.equal((await repository.tackroom(['garden'])).code, 1);
    repository.write({ 'harness/harness.yaml': 'version: 1\ngarden:\n  exclude: ["docs/guide.md"]\n' });
    assert.equal((await repository.tackroom(['garden'])).code, 0);
  });

  it('looks at some documents only, where it is asked to', async () => {
    assert.equal((await repository.tackroom(['garden', 'docs/lost.md', '--priority', 'P3'])).code, 1);
    assert.equal((await repository.tackroom(['garden', 'docs/lost.md'])).code, 0);
    assert.equal((await repository.tackroom(['garden', 'docs/none.md'])).code, 2);
  });

  it('moves a finished plan, sets its status, and brings links with it', async () => {
    repository.write({
      'AGENTS.md': '1. Read [the plan](docs/plans/active/one.md).\n',
      'docs/plans/active/one.md': '---\nstatus: active\n---\n# One\r\n\n- [x] all of it\n\nAfter [two](two.md).\n'.replaceAll('\r', ''),
      'docs/plans/active/two.md': '# Two\n\n- [ ] later, after [one](one.md)\n',
    });
    await repository.tackroom(['garden', '--fix']);
    const read = (file: string) => fs.readFileSync(path.join(repository.root, file), 'utf8');
    assert.equal(
      read('docs/plans/completed/one.md'),
      '---\nstatus: completed\n---\n# One\n\n- [x] all of it\n\nAfter [two](../active/two.md).\n',
    );
    assert.equal(read('docs/plans/active/two.md'), '# Two\n\n- [ ] later, after [one](../completed/one.md)\n');
    assert.equal(read('AGENTS.md'), '1. Read [the plan](docs/plans/completed/one.md).\n');
    assert.ok(!fs.existsSync(path.join(repository.root, 'docs/plans/active/one.md')));
  });

  it('keeps the line ends of what it mends', async () => {
    repository.write({ 'docs/other/target.md': '# Target\n', 'docs/guide.md': '\uFEFF# Guide\r\n\r\nSee [it](target.md).\r\n' });
    await repository.tackroom(['garden', '--fix']);
    assert.equal(
      fs.readFileSync(path.join(repository.root, 'docs/guide.md'), 'utf8'),
      '\uFEFF# Guide\r\n\r\nSee [it](other/target.md).\r\n',
    );
  });

  it('refuses what goes together with nothing', async () => {
    for (const args of [['--dry-run'], ['--update-quality', 'docs']])
      assert.equal((await repository.tackroom(['garden', ...args])).code, 2);
  });
});
