import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { examine } from '#app/doctor.ts';
import { applyInit, planInit } from '#app/init.ts';
import type { HookAgent } from '#kernel/records/hook.ts';
import { type EmptyRepository, emptyRepository } from './empty-repository.ts';

describe('which agents are wired', () => {
  let repository: EmptyRepository;
  let folder: string;
  let root: string;

  beforeEach(() => {
    repository = emptyRepository();
    ({ folder, root } = repository);
  });

  afterEach(() => repository.remove());

  const write = (file: string, text: string) => repository.write(file, text);
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const exists = (file: string) => fs.existsSync(path.join(root, file));
  const plan = () => repository.plan();
  const init = async () => applyInit(await plan());

  test('agents whose files lie in the repository are wired beside the two that always are', async () => {
    write('.github/copilot-instructions.md', 'Ours.\n');
    write('.cursorrules', 'Ours.\n');
    await init();
    for (const file of [
      '.claude/settings.json',
      '.codex/hooks.json',
      '.github/hooks/tackroom.json',
      '.cursor/hooks.json',
      '.cursor/rules/tackroom.mdc',
    ])
      assert.equal(exists(file), true, file);
    for (const file of ['.gemini/settings.json', '.opencode/plugin/tackroom.js']) assert.equal(exists(file), false, file);
    assert.deepEqual((await plan()).changes, []);
  });

  test('agents that are asked for are wired, and named in the settings, whoever wrote those', async () => {
    const ask = async (...agents: HookAgent[]) => applyInit(await planInit({ cwd: root, env: { HOME: folder, PATH: '' }, agents }));
    await ask('gemini', 'opencode');
    assert.match(read('harness/harness.yaml'), /^agents: \[gemini, opencode\]$/m);
    assert.match(read('GEMINI.md'), /^@\.\/AGENTS\.md$/m);
    assert.equal(exists('.opencode/plugin/tackroom.js'), true);
    assert.equal(exists('.claude/settings.json'), false);
    assert.deepEqual((await plan()).changes, []);
    const { notes } = await planInit({ cwd: root, env: { HOME: folder, PATH: '' }, agents: ['cursor'] });
    assert.deepEqual(
      notes.map(({ path }) => path),
      ['.gemini/settings.json', '.opencode/plugin/tackroom.js'],
    );
    await ask('cursor');
    assert.match(read('harness/harness.yaml'), /^agents: \[cursor\]$/m);
    assert.equal(exists('.cursor/hooks.json'), true);
  });

  test("a guide of an agent that leads to AGENTS.md already is a person's", async () => {
    write('GEMINI.md', 'Read AGENTS.md.\n');
    await init();
    assert.equal(read('GEMINI.md'), 'Read AGENTS.md.\n');
  });

  test('doctor notes an agent that only its files tell of where it is not wired; one that was asked for is missing', async () => {
    await init();
    const env = { HOME: folder, XDG_STATE_HOME: path.join(folder, 'state'), PATH: '/usr/bin:/bin' };
    const states = async (subject: string) =>
      (await examine({ cwd: root, env, clock: { now: Date.now } })).checks.flatMap((check) =>
        check.subject === subject ? [[check.name, check.state]] : [],
      );
    write('.cursor/rules/ours.mdc', 'Ours.\n');
    assert.deepEqual(await states('cursor'), [['wiring', 'note']]);
    write('harness/harness.yaml', 'version: 1\nagents: [claude, cursor]\n');
    assert.deepEqual(await states('cursor'), [['wiring', 'missing']]);
    assert.deepEqual(await states('codex'), []);
  });
});
