import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { answerHook } from '#app/hook.ts';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import { ownEngine } from '#app/own-engine.ts';
import { cpuMs } from '../cpu-ms.ts';
import { HookRepository } from './hook-repository.ts';

const slowestMs = 2000;
const runs = 10_000;

let repo: HookRepository;

before(() => {
  repo = new HookRepository();
  repo.write('src/inside.ts', 'export const inside = fetch(url);\n');
  fs.writeFileSync(path.join(repo.scratch, 'outside.ts'), 'export const outside_secret = fetch(url);\n');
  fs.symlinkSync(path.join(repo.scratch, 'outside.ts'), path.join(repo.root, 'src', 'link.ts'));
  fs.symlinkSync(repo.scratch, path.join(repo.root, 'src', 'up'));
});
after(() => repo.remove());

test(`${runs} malformed payloads: no crash, no hang, nothing read outside the repository`, async () => {
  const seen = { silent: 0, context: 0, deny: 0, hold: 0, 'let-go': 0 };
  await fc.assert(
    fc.asyncProperty(anyPayload(), fc.constantFrom('claude', 'codex'), anyEvent(), async (payload, agent, event) => {
      const begun = cpuMs();
      const input = parseCall({ agent, event, payload });
      const answer = input === undefined ? { kind: 'silent' as const } : await answerHook(input, { env: repo.env, now: 1, ...ownEngine() });
      assert.ok(cpuMs() - begun < slowestMs, payload);
      if (input !== undefined) assert.doesNotMatch(renderAnswer(input, answer), /outside|\.\.\//, payload);
      seen[answer.kind] += 1;
    }),
    { numRuns: runs, endOnFailure: true },
  );
  for (const kind of ['silent', 'context', 'deny', 'hold'] as const)
    assert.ok(seen[kind] > 0, `no payload led to ${kind}: the fuzz missed its mark`);
});

function anyEvent(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'session-start',
    'pre-tool',
    'pre-tool',
    'post-tool',
    'post-tool',
    'post-tool',
    'stop',
    'stop',
    'dance',
    '__proto__',
  );
}

/** Right payloads, payloads with one thing wrong, and noise. */
function anyPayload(): fc.Arbitrary<string> {
  const cwd = fc.constantFrom(
    repo.root,
    repo.root,
    repo.root,
    path.join(repo.root, 'src'),
    path.join(repo.root, 'src', 'up'),
    repo.scratch,
    '/',
    '',
    'src',
    '../..',
  );
  const paths = fc.constantFrom(
    'src/inside.ts',
    'src/link.ts',
    'src/up/outside.ts',
    '../outside.ts',
    path.join(repo.scratch, 'outside.ts'),
    '/etc/passwd',
    '/dev/zero',
    '/proc/self/environ',
    'src',
    '',
    '.git/config',
    'a'.repeat(5000),
    'x\0y',
    'src/../../outside.ts',
  );
  const file = fc.oneof(paths, fc.string(), fc.jsonValue());
  const patch = fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom('*** Add File: ', '*** Update File: ', '*** Move to: ', '***'), paths).map((pair) => pair.join('')),
        fc.string(),
      ),
      { maxLength: 6 },
    )
    .map((lines) => lines.join('\n'));
  const command = fc.oneof(
    fc.constantFrom(
      ...new Array<string>(5).fill('git push -f'),
      'ls',
      'echo "$(git push --force',
      "bash -c 'git push -f",
      'cat <<EOF',
      '((((',
      '${',
      '`'.repeat(200),
      'git push '.repeat(500),
    ),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'git push-f"\'\\$(){};|&<>`\n ') }),
  );
  const record = {
    cwd: fc.oneof({ weight: 9, arbitrary: cwd }, { weight: 1, arbitrary: fc.jsonValue() }),
    session_id: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('one', 'two', '../../three', '') },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
    source: fc.constantFrom('startup', 'compact', 'resume', 'x'),
    tool_use_id: fc.constantFrom('t', '', '../t'),
  };
  const edit = fc.record({
    ...record,
    tool_name: fc.constantFrom('Write', 'Edit', 'NotebookEdit'),
    tool_input: fc.oneof(fc.record({ file_path: file }), fc.record({ notebook_path: file }), fc.jsonValue()),
  });
  const patched = fc.record({
    ...record,
    tool_name: fc.constant('apply_patch'),
    tool_input: fc.record({ command: fc.oneof(patch, fc.jsonValue()) }),
  });
  const shell = fc.record({ ...record, tool_name: fc.constant('Bash'), tool_input: fc.record({ command }) });
  const right = fc
    .oneof({ weight: 6, arbitrary: edit }, { weight: 4, arbitrary: patched }, { weight: 1, arbitrary: shell })
    .map((payload) => JSON.stringify(payload));
  const cut = fc.tuple(right, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
}
