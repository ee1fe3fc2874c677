import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('what tackroom check says besides findings', () => {
  const broken = { 'src/run.ts': 'export function run(text: string) {\n  // FIXME: dangerous\n\treturn eval(text);\n}\n' };

  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  it('says which files it could not read whole', async () => {
    repository.write({ 'src/torn.ts': 'eval(a);\nconst = 1;\n', 'src/plain.ts': 'eval(b);\n', 'src/other.ts': 'const = 2;\n' });
    const said = 'tackroom: src/torn.ts:2: syntax error (Unexpected token): ast guardrails see only the parts of this file that parse\n';
    assert.equal((await repository.tackroom(['check', '--format', 'human'])).stderr, said);
    assert.equal((await repository.tackroom(['check', '--format', 'agent'])).stderr, '');
    assert.equal((await repository.tackroom(['check', 'src/torn.ts', '--format', 'agent'])).stderr, said);
    const json = await repository.tackroom(['check', '--format', 'json']);
    assert.equal(json.stderr, '');
    const { notes } = checkReportSchema.parse(JSON.parse(json.stdout));
    assert.deepEqual(
      notes.map(({ path, line }) => [path, line]),
      [['src/torn.ts', 2]],
    );
  });

  it('says in one line which pages are not in force', async () => {
    for (const id of ['first-rule', 'second-rule']) await repository.tackroom(['guardrail', 'new', id]);
    const lines = (await repository.tackroom(['check'])).stderr.split('\n').filter((line) => line.includes('not in force'));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /first-rule\.md, harness\/guardrails\/second-rule\.md: not in force: they are still the samples/);
  });

  it('names a page that looks at no file in a check of everything, and fails nothing for it', async () => {
    const page = (id: string, files: string) =>
      guardrailPage({ id, priority: 'P2', files, check: 'kind: text\npattern: x', bad: 'x', good: 'y' });
    repository.write({
      'src/fine.ts': 'run();\n',
      'harness/guardrails/slip.md': page('slip', '["scr/**"]'),
      'harness/guardrails/waits.md': page('waits', '["**/*.test.ts"]'),
      'harness/guardrails/absent.md': page('absent', '["tmp/**"]').replace(
        'kind: text\n  pattern: x',
        'kind: structure\n  forbidden: true',
      ),
    });
    const ran = await repository.tackroom(['check']);
    assert.equal(ran.code, 0);
    assert.equal(
      ran.stderr,
      'tackroom: harness/guardrails/slip.md:5: `files` matches no file of this repository. There is no folder `scr`. Did you mean `src`?\n' +
        'tackroom: no file here yet for the guardrail waits.\n',
    );
    assert.equal((await repository.tackroom(['check', 'src'])).stderr, '');
    const { notes } = checkReportSchema.parse(JSON.parse((await repository.tackroom(['check', '--format', 'json'])).stdout));
    assert.deepEqual(
      notes.map(({ path }) => path),
      ['harness/guardrails/slip.md', 'harness/guardrails/waits.md'],
    );
  });

  it('counts guardrails on commands, so that its number and that of guardrail test agree', async () => {
    await repository.tackroom(['guardrail', 'new', 'my-command', '--kind', 'command']);
    const page = path.join(repository.root, 'harness/guardrails/my-command.md');
    fs.writeFileSync(
      page,
      fs.readFileSync(page, 'utf8').replace('say here what goes wrong where this is broken, and why', 'commits are lost'),
    );
    assert.match((await repository.tackroom(['check'])).stdout, /; 3 guardrails and 1 on commands, /);
    assert.match((await repository.tackroom(['guardrail', 'test'])).stdout, /: 4 guardrails,/);
  });

  it('takes a priority in lower case, and names the four for another word', async () => {
    repository.write(broken);
    const p1 = await repository.tackroom(['check', '--priority', 'p1']);
    assert.match(p1.stdout, /1 finding \(1 P1\)/);
    const other = await repository.tackroom(['check', '--priority', 'high']);
    assert.equal(other.code, 2);
    assert.match(other.stderr, /'high' is invalid\. It is one of P0, P1, P2, P3\./);
  });

  it('says that there is no commit to compare with, and takes everything for changed', async () => {
    repository.write(broken);
    const since = await repository.tackroom(['check', '--since', 'HEAD']);
    assert.equal(since.code, 2);
    assert.match(since.stderr, /no commit on this branch yet.*\nUse --changed or --staged/);
    assert.equal((await repository.tackroom(['check', '--changed'])).code, 1);
  });
});
