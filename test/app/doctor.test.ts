import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { adapterOf } from '#agents/adapters.ts';
import { codexHookHash, codexHookKey } from '#agents/codex-trust.ts';
import { inspectHooks } from '#agents/inspect-hooks.ts';
import { hookSilence } from '#app/check/hook-silence.ts';
import { examine } from '#app/doctor.ts';
import { applyInit, planInit } from '#app/init.ts';
import { checkEngine } from '#app/setup/check-engine.ts';
import { findSilentSessions } from '#app/setup/silent-sessions.ts';
import { MisuseError } from '#kernel/errors.ts';
import { doctorReportSchema } from '#kernel/records/doctor-report.ts';
import { makeRepository } from '../make-repository.ts';

const codexWiring = adapterOf('codex').wiring;

describe('app/doctor', () => {
  let folder: string;
  let root: string;
  let env: Record<string, string>;
  const now = Date.now();

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-doctor-')));
    root = path.join(folder, 'my.repo_1');
    env = { HOME: folder, XDG_STATE_HOME: path.join(folder, 'state'), XDG_DATA_HOME: path.join(folder, 'data'), PATH: '/usr/bin:/bin' };
    fs.mkdirSync(root);
    makeRepository(root);
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  const init = async () => applyInit(await planInit({ cwd: root, env }));
  const doctor = () => examine({ cwd: root, env, clock: { now: () => now } });
  const states = async (subject: string) =>
    Object.fromEntries((await doctor()).checks.filter((check) => check.subject === subject).map((check) => [check.name, check.state]));

  /** The approvals that a person gives in Codex, as its configuration keeps them. */
  const approvals = (at = root) =>
    inspectHooks(fs.readFileSync(path.join(root, codexWiring.file), 'utf8'), codexWiring)
      .flatMap((state) => state.handlers)
      .map(
        (handler) =>
          `[hooks.state.${JSON.stringify(codexHookKey(path.join(at, codexWiring.file), handler))}]\ntrusted_hash = "${codexHookHash(handler)}"\n`,
      );

  test('a repository without a harness is not in order', async () => {
    const report = await doctor();
    assert.equal(report.ok, false);
    assert.deepEqual(
      report.checks.filter(({ subject }) => subject === 'harness').map(({ state, fix }) => [state, fix]),
      [['missing', 'Run `npx tackroom init`.']],
    );
  });

  test('a repository that was never set up is told what to run, with a report that fits its schema', async () => {
    const report = doctorReportSchema.parse(await doctor());
    assert.equal(report.ok, false);
    assert.equal(report.root, root);
    assert.deepEqual(
      report.checks.filter((check) => check.fix === 'Run `tackroom init`.').map((check) => [check.subject, check.name, check.state]),
      [
        ['engine', 'hook.mjs', 'missing'],
        ['claude', 'wiring', 'missing'],
        ['codex', 'wiring', 'missing'],
      ],
    );
  });

  test('outside a repository there is a clear error', async () => {
    await assert.rejects(examine({ cwd: folder, env, clock: { now: () => now } }), MisuseError);
  });

  test('without an engine the wires are looked at, and it is said that nothing could answer', async () => {
    await init();
    assert.equal((await states('engine')).package, 'missing');
    assert.deepEqual(await states('claude'), {
      'session-start': 'note',
      'pre-tool': 'note',
      'post-tool': 'note',
      stop: 'note',
      prompt: 'note',
      'pre-tool (edit)': 'note',
      'session-start (sub-agent)': 'note',
      'start folder': 'note',
    });
  });

  test('a hook that is missing, doubled or narrowed is seen', async () => {
    await init();
    const file = path.join(root, '.claude/settings.json');
    const settings = JSON.parse(fs.readFileSync(file, 'utf8'));
    settings.hooks.Stop.push(settings.hooks.Stop[0]);
    settings.hooks.PreToolUse[0].matcher = 'Bash(git *)';
    settings.hooks.SessionStart = undefined;
    write(file, JSON.stringify(settings));
    const { checks } = await doctor();
    const claude = checks.filter((check) => check.subject === 'claude');
    assert.deepEqual(
      claude.map((check) => check.state),
      ['missing', 'note', 'note', 'broken', 'note', 'note', 'note', 'note'],
    );
    assert.match(claude[1]?.message ?? '', /matcher is "Bash\(git \*\)" instead of "Bash"/);
  });

  test('hooks that are switched off, and an edited hook.mjs, are seen', async () => {
    await init();
    write(path.join(root, '.claude/settings.local.json'), '{"disableAllHooks": true}');
    write(path.join(root, 'harness/hook.mjs'), '// mine\n');
    assert.equal((await states('claude')).hooks, 'missing');
    assert.equal((await states('engine'))['hook.mjs'], 'broken');
  });

  test('mistakes are told with their files, those of the settings apart from those of pages', async () => {
    await init();
    write(path.join(root, 'harness/guardrails/odd.md'), '---\nid: odd\n---\n');
    write(path.join(root, 'harness/harness.yaml'), 'version: 1\nchek: {}\n');
    const checks = (await doctor()).checks.filter((check) => check.subject === 'harness');
    assert.deepEqual(
      checks.map(({ name, state }) => [name, state]),
      [
        ['settings', 'broken'],
        ['pages', 'broken'],
      ],
    );
    assert.match(checks[0]?.message ?? '', /^harness\/harness\.yaml:2:1 Unknown key `chek`.*The defaults are in force\.$/);
    assert.match(checks[1]?.message ?? '', /^\d+ mistakes in one file, the first: harness\/guardrails\/odd\.md:1:1 /);
  });

  test('a page that no file concerns is a note', async () => {
    await init();
    write(path.join(root, 'a.md'), '');
    const front = 'id: idle\ntitle: Idle\npriority: P2\nfiles: ["nowhere/**"]\ncheck: { kind: text, pattern: x }';
    const page = `---\n${front}\n---\nNo x.\n\n## Examples\n\`\`\`ts bad\nx\n\`\`\`\n\`\`\`ts good\ny\n\`\`\`\n`;
    write(path.join(root, 'harness/guardrails/idle.md'), page);
    const report = await doctor();
    const note = report.checks.find((check) => check.name === 'idle');
    assert.equal(note?.state, 'note');
    assert.match(note.message, /idle\.md:\d+ `files` matches no file/);
  });

  test('a machine without Codex has nothing to approve', async () => {
    await init();
    assert.equal((await states('codex')).trust, 'note');
  });

  test('Codex: project trust and the approval of each hook count, for this worktree and these words', async () => {
    await init();
    const config = path.join(folder, '.codex/config.toml');
    write(config, 'model = "x"\n');
    assert.deepEqual(await trustOf(), ['missing', 'missing']);
    const trusted = `[projects.${JSON.stringify(root)}]\ntrust_level = "trusted"\n`;
    write(config, trusted);
    assert.deepEqual(await trustOf(), ['ok', 'missing']);
    write(config, trusted + approvals().join(''));
    assert.deepEqual(await trustOf(), ['ok', 'ok']);
    write(config, trusted + approvals(path.join(folder, 'other')).join(''));
    assert.deepEqual(await trustOf(), ['ok', 'missing'], 'approved in another worktree');
    write(config, `${trusted}${approvals().join('')}[features]\nhooks = false\n`);
    assert.deepEqual(await trustOf(), ['missing', 'ok']);
  });

  test('Codex: a hook that changed after it was approved is named', async () => {
    await init();
    const before = approvals();
    const file = path.join(root, codexWiring.file);
    write(file, fs.readFileSync(file, 'utf8').replace('"timeout": 10', '"timeout": 11'));
    write(path.join(folder, '.codex/config.toml'), before.join(''));
    const { checks } = await doctor();
    assert.match(checks.find((check) => check.name === 'hook trust')?.message ?? '', /: SessionStart \(changed since it was approved\)\. /);
  });

  const trustOf = async () => {
    const codex = await states('codex');
    return [codex['project trust'], codex['hook trust']];
  };

  const id = (digit: number) => `0199a1b2-c3d4-7e5f-8a9b-00000000000${digit}`;
  const rollout = (session: string, meta: object) => {
    const [year = '', month = '', day = ''] = new Date(now).toISOString().slice(0, 10).split('-');
    const line = JSON.stringify({ type: 'session_meta', payload: { id: session, ...meta, base_instructions: 'x'.repeat(40_000) } });
    write(path.join(folder, '.codex/sessions', year, month, day, `rollout-2026-01-01T00-00-00-${session}.jsonl`), `${line}\nnot read\n`);
  };
  const silent = (heard: string[] = []) =>
    findSilentSessions({ root, env, now: Date.now(), heard }).map(({ agent, count }) => [agent, count]);
  /** Files are dated by the clock of the machine: a session has to begin after the wiring, by the same clock. */
  const wireInThePast = async () => {
    await init();
    for (const file of ['.codex/hooks.json', '.claude/settings.json']) fs.utimesSync(path.join(root, file), 1_000_000, 1_000_000);
  };

  test('sessions of Codex that called no hook are counted, those of other folders and of sub-agents are not', async () => {
    await wireInThePast();
    rollout(id(1), { cwd: root });
    rollout(id(2), { cwd: path.join(root, 'packages') });
    rollout(id(3), { cwd: `${root}-two` });
    rollout(id(4), { cwd: root, source: { subagent: { thread_spawn: {} } } });
    rollout(id(5), { parent_thread_id: null, cwd: root });
    assert.deepEqual(silent(), [['codex', 3]]);
    assert.deepEqual(silent([id(1), id(2), id(5)]), []);
    assert.equal((await states('codex')).sessions, 'broken');
  });

  test('Codex: approved after its last silent session, it is not seen running yet; silent after that, it is broken', async () => {
    await wireInThePast();
    const config = path.join(folder, '.codex/config.toml');
    write(config, `[projects.${JSON.stringify(root)}]\ntrust_level = "trusted"\n`);
    rollout(id(1), { cwd: root });
    const sessions = async () => (await doctor()).checks.find((check) => check.subject === 'codex' && check.name === 'sessions');
    const told = () => hookSilence({ cwd: root, env, now });
    assert.match(
      (await sessions())?.message ?? '',
      /^A session of Codex ran here and called no hook .*: Codex skips what it does not trust\.$/,
    );
    assert.equal((await told()).length, 1);
    fs.appendFileSync(config, approvals().join(''));
    const later = Date.now() / 1000 + 60;
    fs.utimesSync(config, later, later);
    assert.equal((await sessions())?.state, 'note');
    assert.match((await sessions())?.message ?? '', /^approved, not seen running yet: A session of Codex ran here before/);
    assert.deepEqual(await told(), [], 'check says nothing of what is mended');
    fs.utimesSync(config, 1_000_000, 1_000_000);
    assert.equal((await sessions())?.state, 'broken');
    assert.match((await sessions())?.message ?? '', /although every hook is approved\.$/);
  });

  test('settings that cannot be read are one broken check, not the end of all', async () => {
    await init();
    write(path.join(root, '.claude/settings.json'), '{ // mine\n}');
    write(path.join(root, '.codex/hooks.json'), '{');
    write(path.join(folder, '.codex/config.toml'), '');
    assert.deepEqual(await states('claude'), { wiring: 'broken' });
    assert.deepEqual(await states('codex'), { wiring: 'broken', trust: 'broken' });
  });

  test('Codex: a configuration that cannot be read is one broken check, not the end of all', async () => {
    await init();
    write(path.join(folder, '.codex/config.toml'), 'model = \n');
    assert.equal((await states('codex')).trust, 'broken');
  });

  test('it is said when other clones will not have the package', async () => {
    await init();
    const clones = async () => (await checkEngine(root, env)).find((check) => check.name === 'other clones');
    assert.equal(await clones(), undefined, 'there is no engine here either');
    fs.mkdirSync(path.join(root, 'node_modules'));
    fs.symlinkSync(path.resolve(import.meta.dirname, '../..'), path.join(root, 'node_modules/tackroom'));
    assert.match((await clones())?.message ?? '', /^each machine needs an install first/);
    write(path.join(root, 'package.json'), '{}');
    assert.deepEqual([(await clones())?.state, (await clones())?.fix], ['note', 'Run `npm install --save-dev tackroom`.']);
    write(path.join(root, 'package.json'), '{"devDependencies":{"tackroom":"0.1.0"}}');
    assert.equal((await clones())?.state, 'ok');
    write(path.join(root, 'package.json'), '{"devDependencies":{"tackroom":"file:../tackroom-0.1.0.tgz"}}');
    assert.deepEqual(
      [(await clones())?.state, /at \.\.\/tackroom-0\.1\.0\.tgz, which is outside/.test((await clones())?.message ?? '')],
      ['note', true],
    );
    write(path.join(root, 'package.json'), '{"devDependencies":{"tackroom":"file:tools/tackroom-0.1.0.tgz"}}');
    assert.equal((await clones())?.state, 'ok');
  });

  test('sessions from before the hooks were wired, and before one that was heard, are no sign of anything', async () => {
    await wireInThePast();
    rollout(id(1), { cwd: root });
    await new Promise((resolve) => setTimeout(resolve, 15));
    rollout(id(2), { cwd: root });
    assert.deepEqual(silent([id(2)]), []);
    assert.deepEqual(silent([id(1)]), [['codex', 1]]);
    const future = Date.now() / 1000 + 60;
    fs.utimesSync(path.join(root, '.codex/hooks.json'), future, future);
    assert.deepEqual(silent(), []);
  });

  test('transcripts of Claude Code are known by their names alone', async () => {
    await wireInThePast();
    const project = path.join(folder, '.claude/projects', root.replace(/[^A-Za-z0-9]/g, '-'));
    write(path.join(project, `${id(1)}.jsonl`), 'not read');
    write(path.join(project, 'agent-1.jsonl'), 'a sub-agent');
    write(path.join(project, 'notes.txt'), '');
    assert.deepEqual(silent(), [['claude', 1]]);
    assert.deepEqual(silent([id(1)]), []);
  });

  test('a repository that is not wired has no silent sessions', () => {
    rollout(id(1), { cwd: root });
    assert.deepEqual(silent(), []);
  });
});
