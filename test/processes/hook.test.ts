import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fetchDeadline, HookRepository } from './hook-repository.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';
const good = 'export const get = (url: string) => fetch(url, { signal: AbortSignal.timeout(1) });\n';

let repo: HookRepository;
beforeEach(() => {
  repo = new HookRepository();
});
afterEach(() => repo.remove());

describe('after a tool', () => {
  test('a clean edit is met with silence, a breach is told at once with its remedy', () => {
    assert.equal(repo.edit('src/a.ts', good), '');
    const told = repo.edit('src/a.ts', bad);
    assert.match(
      told,
      /^Tackroom: 1 finding \(1 P1\)\nP1 src\/a\.ts:1:37 A call without a deadline hangs the caller when the peer stalls\. \[fetch-deadline\]\nFix \[fetch-deadline\]: Pass `signal: AbortSignal\.timeout\(ms\)`\.$/,
    );
  });

  test('nothing is said twice, until it was mended and is broken again', () => {
    assert.notEqual(repo.edit('src/a.ts', bad), '');
    assert.equal(repo.edit('src/a.ts', `// a comment moves the line\n${bad}`), '');
    assert.equal(repo.edit('src/a.ts', good), '');
    assert.notEqual(repo.edit('src/a.ts', bad), '');
    assert.deepEqual(repo.types(), [
      'touched',
      'claim',
      'hit',
      'delivery',
      'touched',
      'touched',
      'claim',
      'fixed',
      'touched',
      'claim',
      'hit',
      'delivery',
    ]);
  });

  test('a file written by a shell line is found, and one the line only read is not', () => {
    repo.write('src/old.ts', bad);
    assert.equal(repo.shell('cat src/old.ts | head -1'), '');
    assert.match(repo.shell(`printf 'fetch(url);\\n' > src/new.ts`), /src\/new\.ts:1:1/);
    assert.doesNotMatch(repo.shell('mkdir -p src/deep && mv src/new.ts src/deep/moved.ts'), /old\.ts/);
    assert.ok(
      repo
        .spool()
        .read(repo.session)
        .some((record) => record.type === 'touched' && record.paths.includes('src/deep/moved.ts')),
    );
  });

  test('a file that a shell line wrote and committed in one go is found', () => {
    assert.match(repo.shell(`mkdir -p src; printf 'fetch(url);\\n' > src/new.ts; git add -A; git commit -qm x`), /src\/new\.ts:1:1/);
  });

  test("other people's commits that a shell line brings in are not the session's", () => {
    repo.git('switch', '-qc', 'theirs');
    repo.write('src/theirs.ts', bad);
    repo.git('add', '-A');
    repo.git('-c', 'user.name=B', 'commit', '-qm', 'theirs', '--date', '2020-01-01T00:00:00Z');
    repo.git('switch', '-q', 'main');
    repo.env.GIT_COMMITTER_DATE = '2020-01-01T00:00:00Z';
    repo.git('checkout', '-q', 'theirs');
    repo.git('commit', '-q', '--amend', '--no-edit');
    repo.env.GIT_COMMITTER_DATE = undefined;
    repo.git('checkout', '-q', 'main');
    assert.equal(repo.shell('git merge -q --ff-only theirs'), '');
  });

  test('a path that leads out of the repository is not read', () => {
    const secret = path.join(repo.scratch, 'secret.ts');
    fs.writeFileSync(secret, bad);
    fs.mkdirSync(path.join(repo.root, 'src'));
    fs.symlinkSync(secret, path.join(repo.root, 'src', 'link.ts'));
    for (const file_path of ['src/link.ts', '../secret.ts', secret]) {
      assert.equal(repo.hook('post-tool', { tool_name: 'Write', tool_use_id: 't', tool_input: { file_path } }), undefined);
    }
  });

  test("Codex's patches are read, from a subfolder too", () => {
    repo.write('src/b.ts', bad);
    const command = '*** Begin Patch\n*** Add File: b.ts\n+x\n*** End Patch';
    const reply = repo.hook(
      'post-tool',
      { tool_name: 'apply_patch', tool_use_id: 't', tool_input: { command } },
      { agent: 'codex', cwd: path.join(repo.root, 'src') },
    );
    assert.match(reply?.hookSpecificOutput?.additionalContext ?? '', /src\/b\.ts:1:37/);
  });
});

describe('side by side', () => {
  test('hooks that run at once say and count each finding once', async () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => `src/${name}.ts`);
    for (const file of files) repo.write(file, bad);
    const call = (id: string) => ({ tool_name: 'Bash', tool_use_id: id, tool_input: { command: 'make everything' } });
    repo.hook('pre-tool', call('1'));
    for (const file of files) repo.write(file, bad);
    const answers = await Promise.all(['1', '1', '1', '1', '1', '1'].map((id) => repo.hookAsync('post-tool', call(id))));
    const said = answers.join('').match(/src\/[a-d]\.ts:1:37/g) ?? [];
    assert.deepEqual(
      said.sort(),
      files.map((file) => `${file}:1:37`),
    );
    const counts = (type: string) => repo.types().filter((one) => one === type).length;
    assert.equal(counts('hit'), 4);
    for (const file of files) repo.write(file, good);
    await Promise.all(['1', '1', '1'].map((id) => repo.hookAsync('post-tool', call(id))));
    assert.equal(counts('fixed'), 4);
  });
});

describe('before a tool', () => {
  test('a forbidden command is denied however it is wrapped, with the reason and the right way', () => {
    for (const command of ['git push -f', 'bash -c "git push --force"', 'cd src && git push origin +main']) {
      const reason = repo.hook(
        'pre-tool',
        { tool_name: 'Bash', tool_use_id: 't', tool_input: { command } },
        { agent: 'codex' },
      )?.hookSpecificOutput;
      assert.equal(reason?.permissionDecision, 'deny', command);
      assert.equal(
        reason.permissionDecisionReason,
        'Tackroom denied this command: A force push destroys what others pushed. [no-force-push]\nInstead: Push without force.',
      );
    }
    assert.equal(
      repo.hook('pre-tool', { tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'git push origin main' } }),
      undefined,
    );
  });

  test('what was denied is kept without its arguments', () => {
    repo.hook('pre-tool', {
      tool_name: 'Bash',
      tool_use_id: 't',
      tool_input: { command: 'git push -f https://user:hunter2@example.invalid' },
    });
    const text = fs.readFileSync(path.join(repo.spool().folder, 'session-1.jsonl'), 'utf8');
    assert.match(text, /"type":"denied","guardrail":"no-force-push"/);
    assert.doesNotMatch(text, /hunter2/);
  });
});

describe('at stop', () => {
  test('an open P1 holds, its mending lets go', () => {
    repo.edit('src/a.ts', bad);
    assert.match(
      repo.stop(),
      /^Tackroom: not done yet\. Open in files this session changed: 1 finding \(1 P1\)\nP1 src\/a\.ts:1:37 .*\nFix .*\nMend them, then stop again \(held 1 of 3 times\)\.$/,
    );
    repo.edit('src/a.ts', good);
    assert.equal(repo.stop(), '');
  });

  test('it holds three times, then lets go, tells a person and keeps that; the same findings do not hold again', () => {
    repo.edit('src/a.ts', bad);
    assert.deepEqual([repo.stop() !== '', repo.stop() !== '', repo.stop() !== ''], [true, true, true]);
    assert.deepEqual(repo.hook('stop', { stop_hook_active: false }), {
      systemMessage:
        'Tackroom: the agent stopped with 1 finding open (fetch-deadline) after being held 3 times. See them: npx tackroom check --changed',
    });
    assert.equal(repo.stop(), '');
    assert.deepEqual(repo.types().slice(4), ['held', 'held', 'held', 'released', 'stopped']);
    repo.edit('src/b.ts', bad);
    assert.match(repo.stop(), /src\/b\.ts/);
  });

  test('findings in files the session did not change hold nobody', () => {
    repo.write('src/old.ts', bad);
    repo.edit('src/a.ts', good);
    assert.equal(repo.stop(), '');
  });

  test('a file that is gone owes nothing', () => {
    repo.edit('src/a.ts', bad);
    fs.rmSync(path.join(repo.root, 'src/a.ts'));
    assert.equal(repo.stop(), '');
  });
});

describe('at session start', () => {
  test('the brief is short, and says what is in force', () => {
    const brief = repo.start();
    assert.match(brief, /^Tackroom holds this repository to 2 guardrails/);
    assert.ok(brief.length < 400, brief);
  });

  test('after compaction what is open is told again, once more as new', () => {
    repo.start();
    repo.edit('src/a.ts', bad);
    assert.match(repo.start('compact'), /Still open in files this session changed: 1 finding \(1 P1\)\nP1 src\/a\.ts:1:37/);
    assert.equal(repo.edit('src/a.ts', `\n${bad}`), '');
  });

  test('a resumed session hears only what it was not told', () => {
    repo.start();
    assert.notEqual(repo.edit('src/a.ts', bad), '');
    assert.equal(repo.start('resume'), '');
    repo.write('src/a.ts', `${bad}fetch(url);\n`);
    assert.match(repo.start('resume'), /^Still open in files this session changed: 1 finding \(1 P1\)\nP1 src\/a\.ts:2:1/);
  });

  test('a page with a mistake is named, and does not switch the others off', () => {
    repo.write('harness/guardrails/broken.md', '---\nid: broken\n');
    assert.match(repo.start(), /mistakes? in the pages of harness\//);
    assert.notEqual(repo.edit('src/a.ts', bad), '');
  });
});

describe('wherever it runs', () => {
  test('from a subfolder and from a second worktree, each with its own pages', () => {
    repo.write('src/deep/x.ts', bad);
    const call = (cwd: string, file: string) =>
      repo.hook('post-tool', { tool_name: 'Write', tool_use_id: 't', tool_input: { file_path: file } }, { cwd })?.hookSpecificOutput
        ?.additionalContext ?? '';
    assert.match(call(path.join(repo.root, 'src', 'deep'), 'x.ts'), /src\/deep\/x\.ts:1:37/);
    const second = path.join(repo.scratch, 'second');
    repo.git('worktree', 'add', '-q', second, '-b', 'second');
    fs.mkdirSync(path.join(second, 'node_modules'));
    fs.symlinkSync(fs.realpathSync(path.join(repo.root, 'node_modules', 'tackroom')), path.join(second, 'node_modules', 'tackroom'));
    fs.writeFileSync(path.join(second, 'harness/guardrails/fetch-deadline.md'), fetchDeadline.replace('priority: P1', 'priority: P2'));
    fs.mkdirSync(path.join(second, 'src'));
    fs.writeFileSync(path.join(second, 'src/y.ts'), bad);
    repo.session = 'session-2';
    assert.match(call(second, path.join(second, 'src/y.ts')), /P2 src\/y\.ts/);
    assert.match(call(repo.root, path.join(repo.root, 'src/deep/x.ts')), /P1 src\/deep\/x\.ts/);
    assert.deepEqual(repo.spool().sessions().sort(), ['session-1', 'session-2']);
  });

  test('the engine of the per-user install serves a repository that has no package.json', () => {
    repo.remove();
    repo = new HookRepository({ engine: false });
    const modules = path.join(repo.scratch, '.local/share/tackroom/node_modules');
    fs.mkdirSync(modules, { recursive: true });
    fs.symlinkSync(path.resolve(import.meta.dirname, '..', '..'), path.join(modules, 'tackroom'));
    assert.match(repo.edit('src/a.ts', bad), /fetch-deadline/);
  });

  test('a changed page is in force at the next call', () => {
    assert.match(repo.edit('src/a.ts', bad), /P1 src/);
    repo.write(
      'harness/guardrails/fetch-deadline.md',
      fetchDeadline.replace('priority: P1', 'priority: P0').replace('fetch($URL)', 'load($URL)'),
    );
    assert.match(repo.edit('src/a.ts', 'load(url)\n'), /P0 src/);
  });
});

describe('an accepted breach', () => {
  const accept = () => {
    repo.write('src/old.ts', bad);
    repo.tackroom('check', '--update-baseline');
    repo.commit('adopt');
  };

  test('is not told when its file is touched or renamed, and does not hold; a new one beside it is and does', () => {
    accept();
    assert.equal(repo.start().includes('src/old.ts'), false);
    assert.equal(repo.edit('src/old.ts', `// moved\n${bad}`), '');
    assert.equal(repo.stop(), '');
    assert.equal(repo.shell('mv src/old.ts src/renamed.ts'), '');
    assert.equal(repo.stop(), '');
    assert.match(repo.edit('src/renamed.ts', `${bad}fetch(other);\n`), /1 finding .*\n.*src\/renamed\.ts:2/);
    assert.match(repo.stop(), /src\/renamed\.ts:2/);
  });

  test('is told where it stands in another file as well', () => {
    accept();
    assert.match(repo.edit('src/copy.ts', bad), /src\/copy\.ts/);
  });

  test('a baseline that cannot be read accepts nothing and is a fault', () => {
    accept();
    repo.write('harness/baseline.json', '{');
    assert.match(repo.edit('src/old.ts', bad), /src\/old\.ts/);
    assert.ok(repo.types().includes('fault'));
  });
});
