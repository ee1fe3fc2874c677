import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suppressionListSchema } from '#kernel/records/suppression-list.ts';
import { circlesHarness, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('cli/suppressions', () => {
  it('are listed with reason and what they silence; one that silences nothing is noted by a check of everything', async () => {
    const repository = sampleRepository({
      ...sampleHarness,
      'src/b.ts': '// tackroom-allow no-eval: the console of the sandbox\neval(x); eval(y);\n',
      'src/a.ts': 'run();\n\n// tackroom-allow no-fixme: nothing is left to do\nrun();\n// tackroom-allow no-eval\nrun();\n',
    });
    try {
      const ran = await repository.tackroom(['guardrail', 'list', '--suppressions', '--format', 'json']);
      const { suppressions } = suppressionListSchema.parse(JSON.parse(ran.stdout));
      assert.deepEqual(
        suppressions.map(({ guardrail, path, line, findings }) => [guardrail, `${path}:${line}`, findings]),
        [
          ['no-fixme', 'src/a.ts:3', 0],
          ['no-eval', 'src/b.ts:1', 2],
        ],
      );
      assert.equal(suppressions[1]?.reason, 'the console of the sandbox');
      const human = await repository.tackroom(['guardrail', 'list', '--suppressions']);
      assert.match(human.stdout, /no-fixme +0: take it out +src\/a\.ts:3 +nothing is left to do\n/);
      const check = await repository.tackroom(['check']);
      assert.equal(check.code, 0);
      assert.match(check.stderr, /src\/a\.ts:3: tackroom-allow no-fixme silences nothing here any more/);
      assert.doesNotMatch(check.stderr, /src\/b\.ts/);
      assert.doesNotMatch((await repository.tackroom(['check', 'src'])).stderr, /silences nothing/, 'a part of the files proves nothing');
    } finally {
      repository.remove();
    }
  });

  it('are listed where no rule looks at one file alone', async () => {
    const repository = sampleRepository({
      ...circlesHarness,
      'src/a.ts': "// tackroom-allow no-circles: both go with the next release\nimport './b';\n",
      'src/b.ts': "import './a';\n",
      'src/c.ts': '// tackroom-allow no-circles: there was one\nexport {};\n',
    });
    try {
      const { stdout } = await repository.tackroom(['guardrail', 'list', '--suppressions', '--format', 'json']);
      const { suppressions } = suppressionListSchema.parse(JSON.parse(stdout));
      assert.deepEqual(
        suppressions.map(({ path, findings }) => [path, findings]),
        [
          ['src/a.ts', 1],
          ['src/c.ts', 0],
        ],
      );
    } finally {
      repository.remove();
    }
  });

  it('an empty list says so', async () => {
    const repository = sampleRepository(sampleHarness);
    try {
      assert.equal((await repository.tackroom(['guardrail', 'list', '--suppressions'])).stdout, 'Nothing is suppressed.\n');
    } finally {
      repository.remove();
    }
  });
});
