import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { guardrailPage, matchSnapshot, type Ran, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('cli/check', () => {
  const broken = { 'src/run.ts': 'export function run(text: string) {\n  // FIXME: dangerous\n\treturn eval(text);\n}\n' };

  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  describe('tackroom check', () => {
    it('is clean where nothing is broken', async () => {
      repository.write({ 'src/fine.ts': 'run();\n' });
      const ran = await repository.tackroom(['check']);
      assert.equal(ran.code, 0);
      assert.equal(ran.stderr, '');
      matchSnapshot('check-clean.txt', ran.stdout);
    });

    it('shows a person the code, the remedy once, and a summary', async () => {
      repository.write({
        ...broken,
        'src/again.ts': 'eval(a);\neval(b); // later!!!\n',
        'src/allowed.ts': '// tackroom-allow no-eval: the console of the sandbox\neval(x);\n',
      });
      const ran = await repository.tackroom(['check']);
      assert.equal(ran.code, 1);
      matchSnapshot('check-human.txt', `${ran.stdout}--- stderr\n${ran.stderr}`);
    });

    it('uses colours on a terminal, and none where they are not wanted', async () => {
      repository.write(broken);
      const colored = await repository.tackroom(['check'], { tty: true });
      assert.ok(colored.stdout.includes('\u001B[31m'), 'no colour on a terminal');
      const plain = await repository.tackroom(['check'], { tty: true, env: { NO_COLOR: '1' } });
      assert.ok(!plain.stdout.includes('\u001B'), 'colour against NO_COLOR');
      const piped = await repository.tackroom(['check']);
      assert.ok(!piped.stdout.includes('\u001B'), 'colour into a pipe');
    });

    it('speaks to an agent in few words and says why it does', async () => {
      repository.write(broken);
      const ran = await repository.tackroom(['check'], { env: { CLAUDECODE: '1' } });
      assert.equal(ran.code, 1);
      matchSnapshot('check-agent.txt', ran.stdout);
      const asked = await repository.tackroom(['check', '--format', 'agent']);
      assert.ok(asked.stdout.startsWith('Tackroom: 2 findings'), asked.stdout);
      const onTerminal = await repository.tackroom(['check'], { env: { CLAUDECODE: '1' }, tty: true });
      assert.ok(onTerminal.stdout.includes('Format: human'), 'a person at a terminal reads human');
    });

    it('tells an agent that nothing was found, and with which command it sees more', async () => {
      const clean = await repository.tackroom(['check', '--format', 'agent']);
      assert.equal(clean.stdout, 'Tackroom: no findings in 0 files, 3 guardrails applied.\n');
      repository.write({ 'src/a b.ts': 'eval(a);\n'.repeat(40) });
      const cut = await repository.tackroom(['check', 'src/a b.ts', '--format', 'agent', '--max-chars', '400']);
      assert.ok(cut.stdout.length <= 401, `${cut.stdout.length} characters`);
      assert.match(cut.stdout, /more left out\. See all: tackroom check 'src\/a b\.ts' --format agent --max-chars 4000\n$/);
    });

    it('prints JSON that its record describes', async () => {
      repository.write(broken);
      const ran = await repository.tackroom(['check', '--format', 'json']);
      assert.equal(ran.code, 1);
      const report = checkReportSchema.parse(JSON.parse(ran.stdout));
      assert.deepEqual(
        report.findings.map((finding) => [finding.guardrail, finding.path, finding.range?.start]),
        [
          ['no-eval', 'src/run.ts', { line: 3, column: 9 }],
          ['no-fixme', 'src/run.ts', { line: 2, column: 6 }],
        ],
      );
      const { byPriority, ...summary } = report.summary;
      const counts = { files: 1, guardrails: 3, onCommands: 0, findings: 2, suppressed: 0, accepted: 0 };
      assert.deepEqual({ ...summary, durationMs: 0 }, { ...counts, notRun: [], durationMs: 0 });
      assert.deepEqual(byPriority, { P0: 0, P1: 1, P2: 1, P3: 0 });
    });

    it('fails on, and shows, what is as bad as asked for', async () => {
      repository.write({ 'a.ts': '// FIXME\n', 'b.ts': '// now!!!\n' });
      assert.deepEqual(await guardrailsOf(repository.tackroom(['check', '--format', 'json'])), { code: 1, found: ['no-fixme'] });
      assert.deepEqual(await guardrailsOf(repository.tackroom(['check', '--format', 'json', '--priority', 'P1'])), { code: 0, found: [] });
      assert.deepEqual(await guardrailsOf(repository.tackroom(['check', '--format', 'json', '--priority', 'P3'])), {
        code: 1,
        found: ['no-fixme', 'no-shouting'],
      });
      repository.write({
        'harness/harness.yaml': 'version: 1\ncheck:\n  threshold: P1\n  exclude: [generated/**]\n',
        'generated/c.ts': 'eval(x);\n',
      });
      assert.deepEqual(
        await guardrailsOf(repository.tackroom(['check', '--format', 'json'])),
        { code: 0, found: [] },
        'the harness may say it',
      );
    });

    it('shows a sample of many findings, and all of them when asked', async () => {
      repository.write({ 'a.ts': 'eval(a);\n'.repeat(60) });
      const sample = await repository.tackroom(['check']);
      assert.equal(sample.stdout.match(/P1 no-eval/g)?.length, 10);
      assert.ok(sample.stdout.includes('Shown: 10 of 60 findings'), sample.stdout);
      assert.equal((await repository.tackroom(['check', '--all'])).stdout.match(/P1 no-eval/g)?.length, 60);
    });

    it('names guardrails of a kind that this version does not run, and not those that speak before a command', async () => {
      const about = { priority: 'P1', files: '', language: 'sh' } as const;
      repository.write({
        'harness/guardrails/no-force.md': guardrailPage({
          ...about,
          id: 'no-force',
          check: 'kind: command\ndeny:\n  - program: git\n    anyFlag: [--force]',
          bad: 'git push --force',
          good: 'git push',
        }),
        'harness/guardrails/kind-words.md': guardrailPage({
          ...about,
          id: 'kind-words',
          check: 'kind: judge\npersona: editor',
          bad: 'a',
          good: 'b',
        }),
      });
      const ran = await repository.tackroom(['check', '--format', 'json']);
      assert.deepEqual(checkReportSchema.parse(JSON.parse(ran.stdout)).summary.notRun, ['kind-words']);
      assert.equal(ran.code, 0);
    });

    it('keeps each finding on a line of its own, whatever a file is called', async () => {
      repository.write({ 'a\nP0 b.ts': 'eval(a);\n' });
      const agent = await repository.tackroom(['check', '--format', 'agent']);
      assert.equal(agent.stdout.split('\n')[1], 'P1 a P0 b.ts:1:1 Code made from text at run time cannot be reviewed. [no-eval]');
      const human = await repository.tackroom(['check']);
      assert.ok(human.stdout.startsWith('a·P0 b.ts\n'), human.stdout);
    });

    it('reports a suppression without a reason', async () => {
      repository.write({ 'a.ts': '// tackroom-allow no-eval\neval(x);\n' });
      const ran = await repository.tackroom(['check']);
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /^tackroom: a\.ts:1: tackroom-allow no-eval gives no reason/);
    });
  });

  describe('tackroom check where agents work', () => {
    it('tells a person, and nobody else, that sessions ran and called no hook', async () => {
      repository.write({ '.claude/settings.json': '{}' });
      const sessions = path.join(repository.root, '.git/home/.claude/projects', repository.root.replace(/[^A-Za-z0-9]/g, '-'));
      fs.mkdirSync(sessions, { recursive: true });
      await new Promise((resolve) => setTimeout(resolve, 20)); // a session counts when it began after the wiring was written
      fs.writeFileSync(path.join(sessions, '0a1b2c3d-0000-4000-8000-000000000000.jsonl'), '{}\n');
      const human = await repository.tackroom(['check']);
      assert.equal(human.code, 0);
      assert.match(human.stderr, /^tackroom: A session of Claude Code ran here and called no hook/m);
      assert.equal((await repository.tackroom(['check', '--format', 'json'])).stderr, '');
    });
  });

  describe('which files tackroom check looks at', () => {
    const found = async (...args: string[]) => (await pathsOf(repository.tackroom(['check', '--format', 'json', ...args]))).found;

    beforeEach(() => {
      repository.write({ 'old.ts': 'eval(a);\n', 'moved from.ts': 'eval(a);\n', 'sub/old.ts': 'eval(a);\n', 'gone.ts': 'eval(a);\n' });
      repository.commit();
    });

    it('takes files and folders relative to where it is called', async () => {
      assert.deepEqual(await found('old.ts'), ['old.ts']);
      assert.deepEqual(await found('sub', 'old.ts', './sub/../old.ts'), ['old.ts', 'sub/old.ts']);
      assert.deepEqual((await pathsOf(repository.tackroom(['check', '--format', 'json', '.'], { cwd: 'sub' }))).found, ['sub/old.ts']);
      assert.equal(
        (await pathsOf(repository.tackroom(['check', '--format', 'json'], { cwd: 'sub' }))).found.length,
        4,
        'without a path: everything',
      );
    });

    it('--changed: edited, renamed and untracked files, nothing deleted, and paths narrow it down', async () => {
      assert.deepEqual(await found('--changed'), []);
      repository.git('mv', 'moved from.ts', 'moved\nto.ts');
      repository.git('rm', '--quiet', 'gone.ts');
      repository.write({ 'sub/new.ts': 'eval(a);\n', '.gitignore': 'out/\n', 'out/x.ts': 'eval(a);\n' });
      fs.appendFileSync(path.join(repository.root, 'old.ts'), '// more\n');
      assert.deepEqual(await found('--changed'), ['moved\nto.ts', 'old.ts', 'sub/new.ts']);
      assert.deepEqual(await found('--changed', 'sub'), ['sub/new.ts']);
    });

    it('--staged: what is staged, not what lies in the worktree', async () => {
      repository.write({ 'staged.ts': 'eval(a);\n', 'mended.ts': 'run(a);\n' });
      repository.git('add', 'staged.ts', 'mended.ts');
      repository.write({ 'staged.ts': 'run(a);\n', 'mended.ts': 'eval(a);\n', 'untracked.ts': 'eval(a);\n' });
      assert.deepEqual(await found('--staged'), ['staged.ts']);
      const human = await repository.tackroom(['check', '--staged']);
      assert.ok(human.stdout.includes('> 1 | eval(a);'), 'the code frame shows the staged text');
    });

    it('--since: what a branch changed, committed or not', async () => {
      repository.git('checkout', '--quiet', '-b', 'topic');
      repository.write({ 'topic.ts': 'eval(a);\n' });
      repository.commit();
      repository.git('checkout', '--quiet', 'main');
      repository.write({ 'main.ts': 'eval(a);\n' });
      repository.commit();
      repository.git('checkout', '--quiet', 'topic');
      repository.write({ 'dirty.ts': 'eval(a);\n' });
      assert.deepEqual(await found('--since', 'main'), ['dirty.ts', 'topic.ts']);
    });

    it('does not follow links, nor look into submodules', async () => {
      fs.symlinkSync('old.ts', path.join(repository.root, 'link.ts'));
      fs.symlinkSync('/etc', path.join(repository.root, 'etc.ts'));
      repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD').trim()},module.ts`);
      assert.deepEqual(await found('--changed'), []);
      assert.equal((await found()).length, 4);
      assert.deepEqual(await found('link.ts'), ['old.ts'], 'a link that is named means the file it leads to');
    });

    it('notes a path that chooses nothing', async () => {
      repository.write({ '.gitignore': 'out/\n', 'out/x.ts': 'eval(a);\n' });
      const ignored = await repository.tackroom(['check', 'out']);
      assert.deepEqual([ignored.code, ignored.stderr], [0, 'tackroom: out was not checked: git ignores it, or it is no regular file.\n']);
      const unchanged = await repository.tackroom(['check', '--changed', 'old.ts']);
      assert.deepEqual([unchanged.code, unchanged.stderr], [0, 'tackroom: nothing under old.ts has changed.\n']);
    });
  });

  describe('how tackroom check refuses', () => {
    const refuse = async (args: string[], expected: RegExp) => {
      const { code, stdout, stderr } = await repository.tackroom(['check', ...args]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, expected);
    };

    it('paths that are nowhere or outside', async () => {
      repository.write({ 'src/client.ts': '' });
      await refuse(['src/cleint.ts'], /^tackroom: there is no file or folder src\/cleint\.ts\.\nDid you mean src\/client\.ts/);
      await refuse(['nothing/of/the/kind'], /there is no file or folder/);
      await refuse(['..'], /^tackroom: \.\. lies outside this repository/);
      await refuse(['/etc/passwd'], /lies outside/);
    });

    it('revisions that git does not know', async () => {
      repository.commit();
      await refuse(['--since', 'orign/main'], /^tackroom: "orign\/main" is no revision of this repository\.\nName a branch/);
      await refuse(['--since', '--output=x'], /is no revision/);
    });

    it('options that contradict each other or are spelt wrong', async () => {
      await refuse(['--changed', '--staged'], /^tackroom: --changed and --staged exclude each other/);
      await refuse(['--chnged'], /^tackroom: unknown option '--chnged'\n\(Did you mean --changed\?\)/);
      await refuse(['--format', 'xml'], /argument 'xml' is invalid\. Allowed choices are agent, human, json/);
      await refuse(['--max-chars', '-3'], /whole number above 0/);
    });

    it('a harness with mistakes, all of them at once', async () => {
      repository.write({
        'harness/guardrails/no-eval.md': (sampleHarness['harness/guardrails/no-eval.md'] ?? '').replace('priority: P1', 'priorty: P1'),
        'harness/guardrails/no-fixme.md': (sampleHarness['harness/guardrails/no-fixme.md'] ?? '').replace(
          'pattern: FIXME',
          "pattern: 'FIX(ME'",
        ),
      });
      const ran = await repository.tackroom(['check']);
      assert.equal(ran.code, 2);
      matchSnapshot('check-broken-harness.txt', ran.stderr);
    });

    it('a folder without a harness, and one outside any repository', async () => {
      fs.rmSync(path.join(repository.root, 'harness'), { recursive: true });
      await refuse([], /there is no harness in .*\nRun `tackroom init`/);
      fs.rmSync(path.join(repository.root, '.git'), { recursive: true });
      await refuse([], /is not inside a git repository/);
    });

    it('to go on once it is cancelled', async () => {
      repository.write(broken);
      const { code, stdout } = await repository.tackroom(['check'], { signal: AbortSignal.abort(new Error('cancelled')) });
      assert.deepEqual({ code, stdout }, { code: 130, stdout: '' });
    });
  });

  async function guardrailsOf(running: Promise<Ran>): Promise<{ code: number; found: (string | undefined)[] }> {
    const { code, stdout } = await running;
    return { code, found: checkReportSchema.parse(JSON.parse(stdout)).findings.map((finding) => finding.guardrail) };
  }

  async function pathsOf(running: Promise<Ran>): Promise<{ found: string[] }> {
    const { stdout } = await running;
    return { found: [...new Set(checkReportSchema.parse(JSON.parse(stdout)).findings.map((finding) => finding.path))].sort() };
  }
});
