import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { adapters } from '#agents/adapters.ts';
import { examine } from '#app/doctor.ts';
import { applyInit, planInit } from '#app/init.ts';
import { hookAgents } from '#kernel/records/hook.ts';
import { compiledCode } from './clean-environment.ts';

let folder: string;
let root: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-doctor-')));
  root = path.join(folder, 'repository');
  env = {
    HOME: folder,
    XDG_STATE_HOME: path.join(folder, 'state'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    ...compiledCode,
    PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
  };
  fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  fs.symlinkSync(path.resolve(import.meta.dirname, '../..'), path.join(root, 'node_modules/tackroom'));
  execFileSync('git', ['init', '-q'], { cwd: root });
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const doctor = () => examine({ cwd: root, env, clock: { now: Date.now } });
const spooled = () => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('tackroom-probe'));

test('after init every wire of every agent answers its probe, and the probes leave nothing behind', async () => {
  applyInit(await planInit({ cwd: root, env, agents: hookAgents }));
  const report = await doctor();
  assert.deepEqual(
    report.checks.filter((check) => check.state !== 'ok').map((check) => check.name),
    ['other clones', 'start folder', 'trust', 'limits', 'limits', 'limits', 'limits', 'limits'],
  );
  assert.equal(report.ok, true);
  const answered = report.checks.filter((check) => check.message.startsWith('answered a probe in '));
  const wires = adapters.map(({ wiring }) => [wiring.agent, wiring.wires.length]);
  assert.deepEqual(
    hookAgents.map((agent) => [agent, answered.filter(({ subject }) => subject === agent).length]),
    wires,
  );
  assert.deepEqual(spooled(), []);
});

test('a wire that does not reach the hook is broken, with what happened', async () => {
  applyInit(await planInit({ cwd: root, env }));
  const file = path.join(root, '.claude/settings.json');
  const settings = JSON.parse(fs.readFileSync(file, 'utf8'));
  settings.hooks.Stop[0].hooks[0].command = 'true # harness/hook.mjs claude stop';
  settings.hooks.PreToolUse[0].hooks[0].command = 'echo oops; : harness/hook.mjs claude pre-tool';
  settings.hooks.PostToolUse[0].hooks[0].command = 'echo why >&2; exit 3; harness/hook.mjs claude post-tool';
  settings.hooks.SessionStart[0].hooks[0].command = 'node harness/hook.mjs claude session-start';
  fs.writeFileSync(file, JSON.stringify(settings));
  const claude = (await doctor()).checks.filter((check) => check.subject === 'claude' && check.name !== 'start folder');
  assert.deepEqual(
    claude.map((check) => check.state),
    ['broken', 'broken', 'broken', 'broken', 'ok', 'ok', 'ok'],
  );
  const reasons = [
    /\(from a subfolder\): the command ended with code 1: /,
    /not JSON: oops/,
    /ended with code 3: why/,
    /the hook left nothing in/,
  ];
  for (const [index, reason] of reasons.entries()) assert.match(claude[index]?.message ?? '', reason);
  assert.deepEqual(spooled(), []);
});
