import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type SampleRepository, sampleRepository } from './sample-repository.ts';

describe('guardrail import of dependency-cruiser rules', () => {
  const preset = `module.exports = { forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'Circles\\n hide.', from: {}, to: { circular: true } },
    { name: 'no-web', severity: 'error', from: {}, to: { path: '^src/nowhere/' } },
  ], required: [{ name: 'controllers', module: { path: '^src' }, to: { path: '^src/base' } }] };`;
  const config = `console.log('noise');
module.exports = {
  extends: ['some-preset/strict', './more.json', 'not-installed'],
  forbidden: [
    { name: 'domain-alone', from: { path: '^src/(?:domain|model)/' }, to: { path: '^src/', pathNot: ['^src/(domain|model)/', '^src/log[.]ts$'] } },
    { name: 'no-web', severity: 'info', from: { path: '^src/domain', pathNot: '[.]spec[.]ts$' }, to: { path: '^src/web' } },
    { name: 'same', from: { path: '^features/([^/]+)/' }, to: { path: '^features/', pathNot: '^features/$1/' } },
    { name: 'two', from: { path: '^features/([^/]+)/([^/]+)/' }, to: { path: '^features/$2/' } },
    { name: 'no-dev', from: {}, to: { dependencyTypes: ['npm-dev'] } },
  ],
  allowed: [{ from: {}, to: {} }],
};`;
  const files = {
    'harness/harness.yaml': 'version: 1\n',
    '.dependency-cruiser.cjs': config,
    'more.json': '{"extends":"./.dependency-cruiser.cjs","forbidden":[{"name":"more","from":{"path":"^lib/"},"to":{"path":"^src/"}}]}',
    'node_modules/some-preset/package.json': '{"name":"some-preset","exports":{"./strict":"./strict.cjs"}}',
    'node_modules/some-preset/strict.cjs': preset,
    'features/a-b/one.ts': "import '../c/two.ts';\nimport './own.ts';\n",
    'features/a-b/own.ts': '',
    'features/c/two.ts': '',
  };
  const findingsOf = async (sample: SampleRepository) => {
    const { findings } = JSON.parse((await sample.tackroom(['check', '--format', 'json'])).stdout);
    return findings.map((one: Record<string, unknown>) => [one.guardrail, one.path, one.priority]);
  };

  it('makes pages of what globs can say, of presets and for each folder too, and tells the rest word for word', async () => {
    const sample = sampleRepository(files);
    try {
      const { code, stdout } = await sample.tackroom(['guardrail', 'import', '.']);
      assert.equal(code, 0);
      const pages = ['domain-alone.md', 'more.md', 'no-circular.md', 'same.md'];
      assert.deepEqual(fs.readdirSync(path.join(sample.root, 'harness/guardrails')).sort(), pages, stdout);
      assert.match(stdout, /no-circular\.md {2}from node_modules\/some-preset\/strict\.cjs/);
      assert.match(stdout, /no-web: a regular expression in it is no glob: \{"name":"no-web","severity":"info"/);
      assert.match(stdout, /same\.md .*\n {2}did not come along.*: folders for `\$1` that are not there yet/);
      assert.match(stdout, /two: only `\$1` of one regular expression/);
      assert.match(stdout, /no-dev: kind imports has nothing like dependencyTypes/);
      assert.match(stdout, /allowed: it allows everything/);
      assert.match(stdout, /required: kind imports says what is forbidden, and cannot ask for an import: \{"name":"controllers"/);
      assert.match(stdout, /extends: it is not in this repository, nor installed in its node_modules: "not-installed"/);
      assert.match(stdout, /left {2}more\.json: extends: it extends itself/);
      assert.equal((await sample.tackroom(['guardrail', 'test', '--strict', 'no-circular'])).code, 0);
      sample.write({ 'src/model/a.ts': "import '../web/b.ts';\nimport '../log.ts';", 'src/web/b.ts': '', 'src/log.ts': '' });
      assert.deepEqual(await findingsOf(sample), [
        ['same', 'features/a-b/one.ts', 'P2'],
        ['domain-alone', 'src/model/a.ts', 'P2'],
      ]);
    } finally {
      sample.remove();
    }
  });

  it('turns round what is allowed: all the rest is forbidden', async () => {
    const allowed = [
      { from: {}, to: { path: '^node_modules' } },
      { from: {}, to: { path: '^src/log[.]ts$' } },
      { from: { path: '^src/web/' }, to: { path: '^src/(web|model)/' } },
      { from: { path: '^src/model/' }, to: { path: '^src/model/' } },
      { from: { path: '^scripts/' }, to: {} },
    ];
    const sample = sampleRepository({
      'harness/harness.yaml': 'version: 1\n',
      '.dependency-cruiser.json': JSON.stringify({ allowed, allowedSeverity: 'error' }),
      'src/web/a.ts': "import '../model/b.ts';\nimport '../log.ts';\nimport 'react';\nimport 'node:fs';\n",
      'src/model/b.ts': "import '../web/a.ts';\nimport './c.ts';\n",
      'src/model/c.ts': '',
      'src/log.ts': "import './model/b.ts';\n",
      'scripts/run.ts': "import '../src/web/a.ts';\n",
      'src/main.ts': "import 'lodash';\nimport './log.ts';\n",
    });
    try {
      const { code, stdout } = await sample.tackroom(['guardrail', 'import', '.']);
      assert.equal(code, 0);
      assert.match(stdout, /wrote harness\/guardrails\/not-in-allowed\.md/);
      assert.deepEqual(await findingsOf(sample), [
        ['not-in-allowed', 'src/log.ts', 'P1'],
        ['not-in-allowed', 'src/model/b.ts', 'P1'],
      ]);
      const overlapping = [
        allowed[0],
        { from: { path: '^src/' }, to: { path: '^src/log' } },
        { from: { path: '^src/web/' }, to: { path: '^src/web/' } },
      ];
      sample.write({ '.dependency-cruiser.json': JSON.stringify({ allowed: overlapping }) });
      assert.match((await sample.tackroom(['guardrail', 'import', '.'])).stdout, /allowed: two of its `from` overlap/);
      sample.write({ '.dependency-cruiser.json': JSON.stringify({ allowed: allowed.slice(1) }) });
      assert.match((await sample.tackroom(['guardrail', 'import', '.'])).stdout, /allowed: not all files may import packages/);
    } finally {
      sample.remove();
    }
  });
});
