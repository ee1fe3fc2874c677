import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { astCheckSchema } from '#kernel/records/guardrail.ts';
import { guardrailListSchema } from '#kernel/records/guardrail-list.ts';
import { guardrailTestReportSchema } from '#kernel/records/guardrail-test-report.ts';
import { guardrailPage, matchSnapshot, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('cli/guardrail', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  const unheld = guardrailPage({
    id: 'unheld',
    priority: 'P2',
    check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($CODE)\nfix: run($CODE)',
    bad: 'run(text);',
    good: 'a(eval(text));',
  });
  const wrongFix = guardrailPage({
    id: 'wrong-fix',
    priority: 'P2',
    check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($CODE)\nfix: run($CODE)',
    bad: 'eval(text);',
    good: 'a(text);',
  }).replace('```ts good', '```ts fixed\nstart(text);\n```\n```ts good');
  const loose = guardrailPage({
    id: 'loose',
    priority: 'P2',
    check: 'kind: ast\nlanguage: typescript\nrule:\n  any:\n    - pattern: eval($CODE)\n    - pattern: exec($CODE)',
    bad: 'eval(text);',
    good: 'a(text);',
  });

  describe('tackroom guardrail test', () => {
    it('is content where every example holds', async () => {
      const ran = await repository.tackroom(['guardrail', 'test']);
      assert.deepEqual(ran, { code: 0, stdout: 'All examples hold: 3 guardrails, 6 examples.\n', stderr: '' });
    });

    it('shows what failed with its place, its code or its difference', async () => {
      repository.write({ 'harness/guardrails/unheld.md': unheld, 'harness/guardrails/wrong-fix.md': wrongFix });
      const ran = await repository.tackroom(['guardrail', 'test']);
      assert.equal(ran.code, 1);
      matchSnapshot('guardrail-test-failures.txt', ran.stdout);
    });

    it('names parts that no example exercises, and fails on them only when strict', async () => {
      repository.write({ 'harness/guardrails/loose.md': loose });
      const ran = await repository.tackroom(['guardrail', 'test', 'loose']);
      assert.equal(ran.code, 0);
      matchSnapshot('guardrail-test-unexercised.txt', ran.stdout);
      assert.equal((await repository.tackroom(['guardrail', 'test', 'loose', '--strict'])).code, 1);
      assert.equal((await repository.tackroom(['guardrail', 'test', 'no-eval', '--strict'])).code, 0);
    });

    it('prints JSON that its record describes', async () => {
      repository.write({ 'harness/guardrails/unheld.md': unheld, 'harness/guardrails/loose.md': loose });
      const { stdout, code } = await repository.tackroom(['guardrail', 'test', '--format', 'json', 'unheld', 'loose']);
      const report = guardrailTestReportSchema.parse(JSON.parse(stdout));
      assert.deepEqual([code, report.summary.guardrails, report.summary.failures, report.summary.unexercised > 0], [1, 2, 3, true]);
      assert.deepEqual(
        report.guardrails.map((one) => one.failures.map((failure) => [failure.verdict, failure.code])),
        [
          [],
          [
            ['bad', 'run(text);'],
            ['good', 'a(eval(text));'],
            ['fixed', 'run(text);'],
          ],
        ],
      );
    });

    it('wants a fix to be proven by a fixed example, and shows what it makes', async () => {
      const check = 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($CODE)\nfix: run($CODE)';
      repository.write({
        'harness/guardrails/unproven.md': guardrailPage({ id: 'unproven', priority: 'P2', check, bad: 'eval(text);', good: 'a;' }),
      });
      const ran = await repository.tackroom(['guardrail', 'test', 'unproven']);
      assert.equal(ran.code, 1);
      assert.match(ran.stdout, /unproven\.md:19 {2}fixed: the check has a `fix`, and no `fixed` fence/);
      assert.match(ran.stdout, /-eval\(text\);\n {2}\+run\(text\);/);
    });

    it('notes a page without a remedy, and fails nothing for it', async () => {
      const page = String(sampleHarness['harness/guardrails/no-fixme.md']).replace('## Fix\nMend it.\n', '');
      repository.write({ 'harness/guardrails/no-fixme.md': page });
      const ran = await repository.tackroom(['guardrail', 'test', 'no-fixme']);
      assert.equal(ran.code, 0);
      assert.match(ran.stdout, /note no-fixme {2}harness\/guardrails\/no-fixme\.md:1 {2}There is no `## Fix`/);
    });

    it('says that globs match no file, and what may be meant', async () => {
      repository.write({ 'src/main.js': '', 'lib/api/a.ts': '' });
      const test = async (files: string) => {
        const page = String(sampleHarness['harness/guardrails/no-eval.md']).replace('["**/*.ts"]', files);
        repository.write({ 'harness/guardrails/no-eval.md': page });
        const { code, stdout, stderr } = await repository.tackroom(['guardrail', 'test', 'no-eval']);
        return { code, said: stdout.replace(/All examples hold.*\n/, '') + stderr };
      };
      const cases: [files: string, said: RegExp][] = [
        ['["scr/**"]', /note no-eval .*no-eval\.md:5 .*matches no file.*no folder `scr`\. Did you mean `src`\?/],
        ['["api/**"]', /Did you mean `lib\/api`\?/],
        ['["src/**/*.{ts,tsx}"]', /`src` has no file with \.ts, \.tsx; it has files with \.js\./],
        ['["lib/**/*.ts", "!lib/api/**"]', /globs with `!` take out all/],
        ['["lib/**/*.test.ts"]', /matches no file of this repository\.\n/],
      ];
      for (const [files, said] of cases) {
        const ran = await test(files);
        assert.match(ran.said, said);
        assert.equal(ran.code, 0, files);
      }
      assert.equal((await test('["lib/**/*.ts"]')).said, '');
    });

    it('calls a glob that names a folder a mistake', async () => {
      repository.write({
        'src/main.ts': '',
        'harness/guardrails/no-eval.md': String(sampleHarness['harness/guardrails/no-eval.md']).replace(
          '["**/*.ts"]',
          '["**/*.ts", "src"]',
        ),
      });
      const ran = await repository.tackroom(['guardrail', 'test']);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, /no-eval\.md:5:20 `src` is a folder, and globs match files.*\n {2}fix: Write `src\/\*\*`\./);
    });

    it('calls a mistake in the rule of a sample what it is, since no example can run', async () => {
      await repository.tackroom(['guardrail', 'new', 'begun']);
      const file = path.join(repository.root, 'harness/guardrails/begun.md');
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('pattern: eval($CODE)', 'kind: no_such_kind'));
      const ran = await repository.tackroom(['guardrail', 'test', 'begun']);
      assert.deepEqual([ran.code, ran.stdout], [2, '']);
      assert.match(ran.stderr, /the harness has a mistake:\nharness\/guardrails\/begun\.md:\d+:\d+ .*no_such_kind/);
    });

    it('names the nearest id for one that is unknown', async () => {
      const ran = await repository.tackroom(['guardrail', 'test', 'no-evl']);
      assert.deepEqual(ran, { code: 2, stdout: '', stderr: 'tackroom: there is no guardrail "no-evl".\nDid you mean no-eval?\n' });
    });
  });

  describe('tackroom guardrail new', () => {
    it('writes pages of every kind whose examples hold and leave no part of the rule out', async () => {
      for (const kind of ['ast', 'text', 'structure', 'imports', 'command', 'stack', 'coverage', 'tool']) {
        const ran = await repository.tackroom(['guardrail', 'new', `my-${kind}`, '--kind', kind]);
        assert.equal(ran.code, 0, ran.stderr);
        assert.ok(ran.stdout.startsWith(`Wrote harness/guardrails/my-${kind}.md.`), ran.stdout);
      }
      const { stdout } = await repository.tackroom(['guardrail', 'test', '--strict']);
      assert.equal(stdout, 'All examples hold: 11 guardrails, 22 examples.\n');
    });

    it('names the module that a script page comes with', async () => {
      const { stdout } = await repository.tackroom(['guardrail', 'new', 'my-script', '--kind', 'script']);
      const module = /^Wrote harness\/guardrails\/my-script\.md and (\S+)\. /.exec(stdout)?.[1] ?? '';
      assert.match(fs.readFileSync(path.join(repository.root, module), 'utf8'), /defineCheck/, stdout);
    });

    it('writes a page in each language whose examples hold, and refuses a language for other kinds', async () => {
      const languages = astCheckSchema.shape.language.options;
      for (const language of languages) {
        const ran = await repository.tackroom(['guardrail', 'new', `in-${language}`, '--language', language]);
        assert.equal(ran.code, 0, ran.stderr);
      }
      const ids = languages.map((language) => `in-${language}`);
      const { stdout } = await repository.tackroom(['guardrail', 'test', '--strict', ...ids]);
      assert.equal(stdout, `All examples hold: ${ids.length} guardrails, ${2 * ids.length} examples.\n`);
      const refused = await repository.tackroom(['guardrail', 'new', 'my-text', '--kind', 'text', '--language', 'go']);
      assert.deepEqual([refused.code, refused.stderr.split('\n')[0]], [2, 'tackroom: A guardrail of kind text has no language.']);
    });

    it('names the nearest language for one that is misspelt', async () => {
      const ran = await repository.tackroom(['guardrail', 'new', 'typo', '--language', 'pyhton']);
      assert.equal(ran.code, 2);
      await repository.tackroom(['guardrail', 'new', 'typo', '--language', 'python']);
      const file = path.join(repository.root, 'harness/guardrails/typo.md');
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('language: python', 'language: pyhton'));
      const { code, stderr } = await repository.tackroom(['check']);
      assert.equal(code, 2);
      assert.match(stderr, /typo\.md:\d+.*python/s);
    });

    it('writes words about the id, and says that the rule is a sample', async () => {
      await repository.tackroom(['guardrail', 'new', 'retry-network-calls']);
      const text = fs.readFileSync(path.join(repository.root, 'harness/guardrails/retry-network-calls.md'), 'utf8');
      assert.match(text, /^title: Retry network calls$/m);
      assert.match(text, /^Retry network calls: say here what goes wrong .* sample that finds code that is made from text/m);
      assert.match(text, /^## Fix\nSay here how to mend a breach of retry-network-calls\./m);
    });

    it('overwrites nothing', async () => {
      const file = path.join(repository.root, 'harness/guardrails/no-eval.md');
      const before = fs.readFileSync(file, 'utf8');
      const ran = await repository.tackroom(['guardrail', 'new', 'no-eval']);
      assert.deepEqual(
        [ran.code, ran.stderr],
        [2, 'tackroom: harness/guardrails/no-eval.md is there already.\nChoose another id, or edit the page.\n'],
      );
      assert.equal(fs.readFileSync(file, 'utf8'), before);
    });

    it('refuses ids that are no names of pages', async () => {
      for (const id of ['../evil', 'Upper', 'a b', 'a'.repeat(101), '']) {
        const ran = await repository.tackroom(['guardrail', 'new', '--', id]);
        assert.equal(ran.code, 2, id);
        assert.match(ran.stderr, /is no id of a guardrail/);
      }
    });
  });

  describe('tackroom guardrail list', () => {
    it('lists the worst first, with the files each looks at', async () => {
      repository.write({ 'a.ts': '', 'sub/b.ts': '', 'readme.md': '' });
      await repository.tackroom(['guardrail', 'new', 'my-command', '--kind', 'command']);
      const ran = await repository.tackroom(['guardrail', 'list']);
      assert.equal(ran.code, 0);
      matchSnapshot('guardrail-list.txt', ran.stdout);
      const { stdout } = await repository.tackroom(['guardrail', 'list', '--format', 'json']);
      const list = guardrailListSchema.parse(JSON.parse(stdout));
      assert.deepEqual(
        list.guardrails.map(({ id, files, sample }) => [id, files, sample]),
        [
          ['no-eval', 2, undefined],
          ['my-command', null, true],
          ['no-fixme', 2, undefined],
          ['no-shouting', 2, undefined],
        ],
      );
    });

    it('says how to begin where there is none', async () => {
      for (const id of ['no-eval', 'no-fixme', 'no-shouting']) fs.rmSync(path.join(repository.root, `harness/guardrails/${id}.md`));
      assert.equal(
        (await repository.tackroom(['guardrail', 'list'])).stdout,
        'There is no guardrail yet. Write one: tackroom guardrail new <id>\n',
      );
    });
  });
});
