import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HookRepository } from './hook-repository.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';

let repo: HookRepository;
beforeEach(() => {
  repo = new HookRepository();
});
afterEach(() => repo.remove());

describe('whatever goes wrong, the agent goes on', () => {
  test('no engine, no harness, no repository: silence', () => {
    fs.rmSync(path.join(repo.root, 'node_modules'), { recursive: true });
    assert.equal(repo.edit('src/a.ts', bad), '');
    fs.rmSync(path.join(repo.root, 'harness/guardrails'), { recursive: true });
    assert.equal(repo.start(), '');
    assert.equal(repo.hook('stop', {}, { cwd: repo.scratch }), undefined);
  });

  test('payloads that are no payloads', () => {
    for (const stdin of [
      '',
      '{',
      '[]',
      'null',
      '{"session_id":7,"cwd":{}}',
      '\0\0',
      '{"session_id":"s","cwd":"/no/such/folder"}',
      'x'.repeat(300_000),
    ]) {
      assert.equal(repo.hook('post-tool', {}, { stdin }), undefined);
    }
  });

  test('compiled rules that were spoiled are made again', () => {
    repo.start();
    const folder = path.join(path.dirname(repo.spool().folder), 'rules');
    for (const name of fs.readdirSync(folder)) fs.writeFileSync(path.join(folder, name), '{"stamp":');
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
  });

  test('a state folder that cannot be made', () => {
    fs.writeFileSync(path.join(repo.scratch, 'state'), 'a file is in the way');
    assert.equal(repo.edit('src/a.ts', bad), '');
    assert.equal(repo.stop(), '');
  });

  test('an engine that is broken', () => {
    fs.rmSync(path.join(repo.root, 'node_modules'), { recursive: true });
    const dist = path.join(repo.root, 'node_modules/tackroom/dist');
    fs.mkdirSync(dist, { recursive: true });
    fs.writeFileSync(path.join(dist, 'hook-first.cjs'), 'throw new Error("spoiled")');
    fs.writeFileSync(path.join(dist, 'hook-compiler.cjs'), 'syntax error here');
    assert.equal(repo.edit('src/a.ts', bad), '');
    assert.deepEqual(repo.types(), ['fault']);
  });

  test('what fails closed is denied even by an engine that is broken, and nothing else is', () => {
    const page = fs.readFileSync(path.join(repo.root, 'harness/guardrails/no-force-push.md'), 'utf8');
    repo.write('harness/guardrails/no-force-push.md', page.replace('kind: command', 'kind: command\n  failClosed: true'));
    repo.start();
    fs.rmSync(path.join(repo.root, 'node_modules'), { recursive: true });
    repo.write('node_modules/tackroom/dist/hook-first.cjs', 'throw new Error("spoiled")');
    const call = (command: string) => ({ tool_name: 'Bash', tool_use_id: 't', tool_input: { command } });
    const denied = repo.hook('pre-tool', call('git push -f'))?.hookSpecificOutput?.permissionDecisionReason ?? '';
    assert.match(denied, /could not be judged, and \[no-force-push\] says that such commands do not run/);
    assert.equal(repo.hook('pre-tool', call('ls')), undefined);
  });
});
