// What a user has who did not install a grammar: this checkout's sources and packages, without those that hold one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Outcome, runProcess } from '#platform/process/run-process.ts';
import { compiledCode } from './clean-environment.ts';

const own = path.resolve(import.meta.dirname, '../..');

describe('tackroom without grammars', () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-bare-')));
  const install = path.join(folder, 'tackroom');
  const repository = path.join(folder, 'repository');
  /** This install is a checkout. */
  const command = `npm install --no-save --prefix "${install}" @ast-grep/lang-python@0.0.6`;

  before(async () => {
    for (const part of ['src', 'starter', 'harness', 'package.json']) {
      fs.cpSync(path.join(own, part), path.join(install, part), { recursive: true });
    }
    const modules = path.join(own, 'node_modules');
    const bare = path.join(install, 'node_modules');
    fs.mkdirSync(path.join(bare, '@ast-grep'), { recursive: true });
    for (const name of fs.readdirSync(modules)) {
      if (name !== '@ast-grep') fs.symlinkSync(path.join(modules, name), path.join(bare, name));
    }
    for (const name of fs.readdirSync(path.join(modules, '@ast-grep')).filter((one) => !one.startsWith('lang-'))) {
      fs.symlinkSync(path.join(modules, '@ast-grep', name), path.join(bare, '@ast-grep', name));
    }
    write('pyproject.toml', '[project]\nname = "shop"\n');
    write('shop/client.py', 'import requests\n\n\ndef load(url):\n    return requests.get(url)\n');
    await runProcess(['git', 'init', '--quiet'], { cwd: repository, timeoutMs: 60_000 });
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    const target = path.join(repository, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  function tackroom(...words: readonly (string | { input: string })[]): Promise<Outcome> {
    const args = words.filter((word) => typeof word === 'string');
    const input = words.find((word) => typeof word !== 'string')?.input ?? '';
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      XDG_STATE_HOME: path.join(folder, 'state'),
      TACKROOM_NO_DAEMON: '1',
      XDG_DATA_HOME: path.join(folder, 'data'),
      ...compiledCode,
    };
    return runProcess([process.execPath, path.join(install, 'src/cli/main.ts'), ...args], {
      cwd: repository,
      env,
      input,
      timeoutMs: 60_000,
    });
  }

  it('init brings the pages of the language, and says what to install so that they run', async () => {
    const stdout = expect(await tackroom('init', '--yes'), 0);
    assert.match(stdout, /^ +later {2}P1 {2}.* network-deadline-python$/m);
    assert.match(stdout, /Install the engine and the grammars.*\n.*tackroom @ast-grep\/lang-python@0\.0\.6$/m);
  });

  it('check goes on without them, and says once what is missing, the second time too', async () => {
    for (const _ of ['compiled', 'kept']) {
      const outcome = await tackroom('check');
      const stdout = expect(outcome, 0);
      const said = stdout.split('\n').filter((line) => line.startsWith('Left out, since the grammar of Python is not installed: '));
      assert.equal(said.length, 1, stdout);
      assert.ok(said[0]?.includes('network-deadline-python') && said[0].endsWith(`Run: ${command}`), stdout);
      assert.doesNotMatch(outcome.stderr, /left out/);
    }
    const outcome = await tackroom('check', '--format', 'json');
    const report = JSON.parse(expect(outcome, 0));
    assert.match(outcome.stderr, /guardrails left out \(.*network-deadline-python.*\): .*@ast-grep\/lang-python, which is not installed/);
    assert.ok(report.summary.notRun.includes('network-deadline-python'));
    assert.match(
      report.notes.map(({ message }: { message: string }) => message).join('\n'),
      /^network-deadline-python: left out, since the grammar of Python/m,
    );
  });

  it('check --strict does not pass over them', async () => {
    const outcome = await tackroom('check', '--strict', '--format', 'junit');
    assert.match(expect(outcome, 2), /<testcase classname="tackroom\.network-deadline-python"[^>]*><skipped /);
    assert.match(outcome.stderr, /not everything was judged, which --strict does not let pass: \d+ guardrails left out\./);
  });

  it('guardrail test does not claim that their examples hold', async () => {
    const outcome = await tackroom('guardrail', 'test', '--format', 'json');
    const report = JSON.parse(expect(outcome, 0));
    assert.ok(report.skipped.includes('network-deadline-python'));
  });

  it('guardrail new says that its page cannot run yet, and guardrail test does not say that such a sample holds', async () => {
    const said =
      /^1 guardrail left out \(go-x\): their languages need @ast-grep\/lang-go, which is not installed .*\. Run: npm install .*lang-go@/m;
    assert.match(expect(await tackroom('guardrail', 'new', 'go-x', '--language', 'go'), 0), said);
    const page = path.join(repository, 'harness/guardrails/go-x.md');
    fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('pattern: panic($WHY)', 'pattern: nothingLikeThis($$$)'));
    const stdout = expect(await tackroom('guardrail', 'test', '--strict', 'go-x'), 2);
    assert.match(stdout, /^No example was run: 0 guardrails, 0 examples\.\nNot run here: go-x\n/);
    assert.match(stdout, said);
    const report = JSON.parse(expect(await tackroom('guardrail', 'test', '--format', 'json', 'go-x'), 0));
    assert.deepEqual([report.guardrails, report.skipped], [[], ['go-x']]);
    assert.match(`${report.missing.message}. ${report.missing.fix}`, said);
    fs.rmSync(page);
  });

  it('doctor says it too', async () => {
    const outcome = await tackroom('doctor');
    const words = outcome.stdout.replace(/\s+/g, ' ');
    assert.match(words, /missing harness languages .*lang-python/);
    assert.ok(words.includes(command), outcome.stdout);
  });

  it('a hook goes on without them too, compiles the rules once, and again when they are installed', async () => {
    const edit = async (): Promise<string> => {
      const payload = {
        session_id: 'one',
        cwd: repository,
        tool_name: 'Edit',
        tool_use_id: 't',
        tool_input: { file_path: 'shop/client.py' },
      };
      return expect(await tackroom({ input: JSON.stringify(payload) }, 'hook', 'claude', 'post-tool'), 0);
    };
    assert.doesNotMatch(await edit(), /network-deadline-python/);
    const [rules = ''] = fs.globSync(path.join(folder, 'state/tackroom/*/rules/*[0-9a-f].json'));
    fs.utimesSync(rules, 1, 1);
    await edit();
    assert.equal(fs.statSync(rules).mtimeMs, 1000, 'not compiled again');
    const grammar = path.join('node_modules/@ast-grep/lang-python');
    fs.symlinkSync(path.join(own, grammar), path.join(install, grammar));
    assert.match(await edit(), /network-deadline-python/);
    fs.unlinkSync(path.join(install, grammar));
  });

  it('a page that a person changed is an error: somebody counts on it', async () => {
    const page = path.join(repository, 'harness/guardrails/network-deadline-python.md');
    fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('priority: P1', 'priority: P0'));
    const outcome = await tackroom('check');
    expect(outcome, 2);
    assert.match(outcome.stderr, /guardrails cannot run \(harness\/guardrails\/network-deadline-python\.md\): .*lang-python/);
    assert.ok(outcome.stderr.includes(command), outcome.stderr);
    const test = await tackroom('guardrail', 'test');
    expect(test, 2);
    assert.ok(test.stderr.includes(command), test.stderr);
  });
});

/** What a command printed that ended with this exit code. */
function expect(outcome: Outcome, code: number): string {
  assert.equal(outcome.kind === 'exited' && outcome.code, code, `${outcome.kind}\n${outcome.stdout}${outcome.stderr}`);
  return outcome.stdout;
}
