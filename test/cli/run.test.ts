import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { matchSnapshot, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('cli/run', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  describe('tackroom', () => {
    it('helps with every command', async () => {
      const ran = await repository.tackroom(['--help']);
      assert.deepEqual([ran.code, ran.stderr], [0, '']);
      matchSnapshot('help.txt', ran.stdout);
      assert.equal((await repository.tackroom(['help'])).stdout, ran.stdout);
      const check = await repository.tackroom(['check', '--help']);
      matchSnapshot('help-check.txt', check.stdout);
      assert.equal((await repository.tackroom(['help', 'check'])).stdout, check.stdout);
    });

    it('takes --no-color anywhere, and it wins', async () => {
      const painted = async (...args: string[]) =>
        (await repository.tackroom(args, { env: { FORCE_COLOR: '1' } })).stdout.includes('\u001B[');
      assert.equal(await painted('check'), true);
      assert.equal(await painted('check', '--no-color'), false);
      assert.equal(await painted('--no-color', 'check'), false);
      assert.equal((await repository.tackroom(['check', '--', '--no-color'])).code, 2, 'a path after --');
    });

    it('prints its version', async () => {
      const manifest: { version: string } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
      assert.deepEqual(await repository.tackroom(['--version']), { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    });

    it('answers misuse with exit code 2 and the nearest spelling', async () => {
      const unknown = await repository.tackroom(['chekc']);
      assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
      assert.match(unknown.stderr, /^tackroom: unknown command 'chekc'\n\(Did you mean check\?\)/);
      const nested = await repository.tackroom(['guardrail', 'tset']);
      assert.equal(nested.code, 2);
      assert.match(nested.stderr, /Did you mean test\?/);
      const missing = await repository.tackroom(['guardrail', 'new']);
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /missing required argument 'id'/);
      const nothing = await repository.tackroom([]);
      assert.deepEqual([nothing.code, nothing.stdout], [2, '']);
      assert.match(nothing.stderr, /^Usage: tackroom/);
      assert.equal((await repository.tackroom(['constructor'])).code, 2);
    });

    it('says in few lines what git cannot read, with exit code 2', async () => {
      fs.rmSync(path.join(repository.root, 'harness/harness.yaml'));
      fs.writeFileSync(path.join(repository.root, '.git/index'), 'no index');
      const ran = await repository.tackroom(['check']);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, /^tackroom: git ls-files .* failed in .*\nRun the same git command by hand to see why\.\n$/);
    });
  });

  describe('tackroom hook', () => {
    it('lets the agent go on whatever it is told', async () => {
      for (const stdin of ['', '{', '[]', 'null', '{"hook_event_name":"Nonsense"}', '\u0000'.repeat(1000)]) {
        for (const [agent, event] of [
          ['claude', 'post-tool'],
          ['codex', 'stop'],
          ['nobody', 'never'],
        ] as const) {
          const ran = await repository.tackroom(['hook', agent, event], { stdin });
          assert.deepEqual([ran.code, ran.stdout], [0, ''], `${agent} ${event} ${stdin.slice(0, 40)}`);
        }
      }
    });

    it('says which moments there are to a person who tries another', async () => {
      const { code, stderr } = await repository.tackroom(['hook', 'claude', 'PostToolUse'], { stdin: '' });
      assert.equal(code, 0);
      assert.match(
        stderr,
        /"PostToolUse" is no moment that a hook is called at; those are session-start, prompt, pre-tool, post-tool, stop, compact/,
      );
    });

    it('tells Claude of a finding in its own words', async () => {
      repository.write({ 'src/run.ts': 'eval(text);\n' });
      const payload = {
        session_id: 's1',
        cwd: repository.root,
        hook_event_name: 'PostToolUse',
        tool_name: 'Write',
        tool_use_id: 't1',
        tool_input: { file_path: path.join(repository.root, 'src/run.ts') },
        tool_response: {},
      };
      const ran = await repository.tackroom(['hook', 'claude', 'post-tool'], { stdin: JSON.stringify(payload) });
      assert.equal(ran.code, 0);
      assert.ok(ran.stdout.includes('no-eval'), ran.stdout || ran.stderr);
    });
  });
});
