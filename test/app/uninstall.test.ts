import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { adapters } from '#agents/adapters.ts';
import { applyInit, planInit } from '#app/init.ts';
import { undoOf } from '#app/setup/undo.ts';
import { applyUninstall, planUninstall } from '#app/uninstall.ts';
import { hookAgents } from '#kernel/records/hook.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { makeRepository } from '../make-repository.ts';

describe('app/uninstall', () => {
  let folder: string;
  let root: string;
  let env: Record<string, string>;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-uninstall-')));
    root = path.join(folder, 'repository');
    env = { HOME: folder, XDG_STATE_HOME: path.join(folder, 'state'), PATH: '' };
    fs.mkdirSync(root);
    makeRepository(root);
    write('src/a.ts', 'export const a = 1;\n');
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const init = async () => applyInit(await planInit({ cwd: root, env }));
  const uninstall = (state = false) => {
    const plan = planUninstall(root, env);
    applyUninstall(plan, { state });
    return plan;
  };
  const snapshot = () =>
    Object.fromEntries(
      fs
        .readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
        .filter((file) => !file.startsWith('.git/'))
        .map((file) => [file, read(file)]),
    );

  test('what init did to an empty repository is undone without a trace', async () => {
    const before = snapshot();
    await init();
    assert.deepEqual(uninstall().kept, []);
    assert.deepEqual(snapshot(), before);
    assert.deepEqual(fs.readdirSync(root).sort(), ['.git', 'src'], 'no empty folders');
  });

  test('of every agent the wires, files and sections are undone without a trace', async () => {
    const before = snapshot();
    applyInit(await planInit({ cwd: root, env, agents: hookAgents }));
    for (const { wiring, files } of adapters)
      for (const file of [wiring.file, ...files.map(({ path }) => path)]) assert.ok(read(file), file);
    assert.deepEqual(uninstall().kept, []);
    assert.deepEqual(snapshot(), before);
    assert.deepEqual(fs.readdirSync(root).sort(), ['.git', 'src'], 'no empty folders');
  });

  test("other people's configurations of every agent come back byte for byte", async () => {
    write('GEMINI.md', '# Ours\r\n');
    write(
      '.gemini/settings.json',
      '{"general": {"vimMode":true},\n "hooks": {"AfterTool":[{"matcher":"*","hooks":[{"type":"command","command":"date"}]}]}}',
    );
    write('.github/hooks/tackroom.json', '{"version":1,"hooks":{"agentStop":[{"type":"command","bash":"date"}]}}\n');
    write('.cursor/hooks.json', '{\n\t"version": 1,\n\t"hooks": { "stop": [{"command":"date"}], "afterFileEdit": [] }\n}');
    const before = snapshot();
    applyInit(await planInit({ cwd: root, env, agents: hookAgents }));
    for (const file of Object.keys(before).filter((name) => name !== 'src/a.ts')) assert.notEqual(read(file), before[file], file);
    uninstall();
    assert.deepEqual(snapshot(), before);
  });

  test('a hook of ours that somebody touched in a flat configuration stays, and the rest goes', async () => {
    applyInit(await planInit({ cwd: root, env, agents: ['cursor'] }));
    const settings = JSON.parse(read('.cursor/hooks.json'));
    settings.hooks.stop[0].timeout = 99;
    write('.cursor/hooks.json', JSON.stringify(settings));
    assert.deepEqual(uninstall().kept, [{ path: '.cursor/hooks.json', reason: 'keeps a hook of ours (stop): its timeout was changed' }]);
    assert.deepEqual(Object.keys(JSON.parse(read('.cursor/hooks.json')).hooks), ['stop']);
  });

  test('files of other people come back byte for byte', async () => {
    write('AGENTS.md', '# Ours\r\n\r\nText.\r\n');
    write('.gitignore', 'dist\r\n');
    write('.claude/settings.json', '{ "model": "x",\n  "hooks": {\n    "Stop": [\n      {"hooks": []}\n    ]\n  } }\n');
    write('.codex/hooks.json', '{}\n');
    const before = snapshot();
    await init();
    assert.notDeepEqual(snapshot(), before);
    uninstall();
    assert.deepEqual(snapshot(), before);
  });

  test('whatever the settings, AGENTS.md and .gitignore looked like, they come back byte for byte', async () => {
    const hook = { type: 'command', command: 'date' };
    const settings = [
      '',
      ' \n',
      '{}',
      '{}\n\n',
      '{"hooks":{}}',
      '{ "permissions" : {"allow":[]},"hooks":{ } }',
      '{\n\t"hooks": {\n\t\t"Stop": []\n\t}\n}',
      JSON.stringify({ hooks: { Stop: [{ hooks: [hook] }], PreToolUse: [{ matcher: 'Bash', hooks: [hook] }] }, model: 'é😀' }, null, 4),
    ];
    const texts = ['', '# Ours', '# Ours\n', '# Ours\r\n\r\nText.', '\n\n'];
    for (const [index, text] of settings.entries()) {
      for (const eol of ['\n', '\r\n']) {
        write('.claude/settings.json', text.replaceAll('\n', eol));
        write('.codex/hooks.json', text.replaceAll('\n', eol));
        write('AGENTS.md', texts[index % texts.length] ?? '');
        write('.gitignore', ['', 'dist', 'dist\r\nbuild', '\n'][index % 4] ?? '');
        const before = snapshot();
        await init();
        await init();
        assert.deepEqual(uninstall().kept, []);
        assert.deepEqual(snapshot(), before, JSON.stringify(text));
      }
    }
  });

  test('imported rules are taken out again, their sources untouched; what somebody began to sort stays', async () => {
    write('CLAUDE.md', '# Us\n\n## Types\n- Never use `any`.\n\nIt sells tickets.\n');
    write('.cursorrules', 'Key Principles\n- Avoid classes.\n');
    const before = snapshot();
    const initWithImport = async () => applyInit(await planInit({ cwd: root, env, importRules: true }));
    await initWithImport();
    assert.ok('harness/personas/imported-types.md.draft' in snapshot());
    assert.equal((await planInit({ cwd: root, env, importRules: true })).changes.length, 0, 'nothing twice');
    assert.deepEqual(uninstall().kept, []);
    assert.deepEqual(snapshot(), before);
    await initWithImport();
    const plan = 'docs/plans/active/sort-imported-rules.md';
    write(plan, read(plan).replace('- [ ]', '- [x]'));
    assert.deepEqual(uninstall().kept, [{ path: plan, reason: 'was changed since init' }]);
  });

  test('after an upgrade of the wiring the way back still leads to what stood there first', async () => {
    const text = '{"hooks":{}}';
    write('.claude/settings.json', text);
    await init();
    // As an older version would have left it: other words in the commands, and in the record.
    const made = read('.claude/settings.json');
    const older = made.replaceAll('env -u NODE_EXTRA_CA_CERTS node', 'node');
    write('.claude/settings.json', older);
    const record = JSON.parse(read('harness/.init.json').replaceAll('env -u NODE_EXTRA_CA_CERTS node', 'node'));
    record.undo['.claude/settings.json'] = undoOf(text, older);
    write('harness/.init.json', JSON.stringify(record));
    await init();
    assert.equal(read('.claude/settings.json'), made);
    uninstall();
    assert.equal(read('.claude/settings.json'), text);
  });

  test('a file that somebody touched after init loses our hooks and nothing else', async () => {
    write('.claude/settings.json', '{"hooks":{}}\n');
    await init();
    write('.claude/settings.json', read('.claude/settings.json').replace('{', '{"model":"x",'));
    uninstall();
    assert.deepEqual(JSON.parse(read('.claude/settings.json')), { model: 'x' });
  });

  test('what a person wrote or changed stays, each with the reason', async () => {
    await init();
    write('harness/guardrails/own-rule.md', 'mine\n');
    write('harness/guardrails/fetch-deadline.md', `${read('harness/guardrails/fetch-deadline.md')}mine\n`);
    write('AGENTS.md', `${read('AGENTS.md').replace('## Steps for every task', '## Our steps')}\nMore.\n`);
    const settings = JSON.parse(read('.claude/settings.json'));
    settings.hooks.Stop[0].hooks[0].timeout = 99;
    write('.claude/settings.json', JSON.stringify(settings));
    const plan = uninstall();
    assert.deepEqual(plan.kept, [
      { path: 'harness/runbooks/choose-a-deadline.md', reason: 'is what harness/guardrails/fetch-deadline.md links to' },
      { path: 'harness/guardrails/fetch-deadline.md', reason: 'was changed since init' },
      { path: 'AGENTS.md', reason: 'our section in it was changed since init' },
      { path: '.claude/settings.json', reason: 'keeps a hook of ours (Stop): its timeout was changed' },
      { path: 'harness/guardrails/own-rule.md', reason: 'was not written by init' },
    ]);
    assert.deepEqual(Object.keys(snapshot()).sort(), [
      '.claude/settings.json',
      'AGENTS.md',
      'harness/guardrails/fetch-deadline.md',
      'harness/guardrails/own-rule.md',
      'harness/runbooks/choose-a-deadline.md',
      'src/a.ts',
    ]);
    assert.deepEqual(Object.keys(JSON.parse(read('.claude/settings.json')).hooks), ['Stop']);
  });

  test('pages that stay keep the runbooks they link to, so that checks still run', async () => {
    await init();
    const page = read('harness/guardrails/fetch-deadline.md');
    write('harness/guardrails/fetch-deadline.md', page.replace('priority: P1', 'priority: P2'));
    const own = page.replace('id: fetch-deadline', 'id: own-rule').replace('choose-a-deadline.md', 'add-a-guardrail.md#steps');
    write('harness/guardrails/own-rule.md', own);
    const { kept } = uninstall();
    assert.deepEqual(
      kept.filter((note) => note.path.startsWith('harness/runbooks/')),
      [
        { path: 'harness/runbooks/add-a-guardrail.md', reason: 'is what harness/guardrails/own-rule.md links to' },
        { path: 'harness/runbooks/choose-a-deadline.md', reason: 'is what harness/guardrails/fetch-deadline.md links to' },
      ],
    );
    assert.deepEqual(loadHarness(root).problems, []);
    assert.equal(fs.existsSync(path.join(root, 'harness/runbooks/answer-a-finding.md')), false, 'nobody links to it');
  });

  test('text around our section stays', async () => {
    await init();
    write('AGENTS.md', `Before.\n\n${read('AGENTS.md')}\nAfter.\n`);
    uninstall();
    assert.equal(read('AGENTS.md'), 'Before.\n\n# Working in this repository\n\nAfter.\n');
  });

  test("line ends that git changed on checkout do not make a file a person's", async () => {
    await init();
    for (const [file, text] of Object.entries(snapshot())) write(file, text.replaceAll('\n', '\r\n'));
    assert.deepEqual(uninstall().kept, []);
    assert.deepEqual(Object.keys(snapshot()), ['src/a.ts']);
  });

  test('what is gone already is no error, and a second run has nothing to do', async () => {
    await init();
    fs.rmSync(path.join(root, 'harness', 'hook.mjs'));
    fs.rmSync(path.join(root, 'AGENTS.md'));
    uninstall();
    assert.deepEqual(uninstall().changes, []);
  });

  test("without a record only our hooks are taken out: everything else may be a person's", async () => {
    await init();
    fs.rmSync(path.join(root, 'harness', '.init.json'));
    const plan = uninstall();
    assert.deepEqual(
      plan.changes.map((change) => change.path),
      ['.claude/settings.json', '.codex/hooks.json'],
    );
    assert.ok(plan.kept.some((note) => note.path === 'harness/hook.mjs' && note.reason === 'was not written by init'));
  });

  test('the state of the repository goes only when asked for', async () => {
    await init();
    const repository = findRepository(root);
    assert.ok(repository);
    const state = stateFolder(repository.commonDir, env);
    fs.mkdirSync(path.join(state, 'spool'), { recursive: true });
    fs.mkdirSync(path.join(root, '.tackroom'));
    assert.deepEqual(uninstall(false).state, [state, path.join(root, '.tackroom')]);
    assert.ok(fs.existsSync(state));
    uninstall(true);
    assert.equal(fs.existsSync(state), false);
    assert.equal(fs.existsSync(path.join(root, '.tackroom')), false);
    assert.ok(fs.existsSync(path.dirname(state)), 'the state of other repositories is not touched');
  });
});
