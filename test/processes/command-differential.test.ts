import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { checkCommand } from '#guardrails/check-command.ts';
import { forcePush } from '../guardrails/command/force-push.ts';
import { generatedLine } from '../guardrails/command/generated-lines.ts';

const runs = Number(process.env.TACKROOM_DIFFERENTIAL_RUNS ?? 400);
const seed = Number(process.env.TACKROOM_DIFFERENTIAL_SEED ?? 20261122);

/** Writes its arguments where the line's number says, each ended by NUL, and an empty one after the last. */
const fakeGit = `#!/bin/sh
for word; do printf '%s\\0' "$word"; done >> "$GIT_LOG"
printf '\\1\\0' >> "$GIT_LOG"
`;
const driver = `i=0
while IFS= read -r -d '' line; do
  mkdir -p "$1/$i"; cd "$1/$i"
  GIT_LOG="$1/$i.log" bash -c "$line" < /dev/null > /dev/null 2>&1
  i=$((i + 1))
done
`;

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-differential-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

test('a line is denied exactly when bash runs a forced push', () => {
  const lines = fc.sample(generatedLine, { numRuns: runs, seed });
  const logs = runLines(lines);
  const wrong = lines.flatMap((line, at) => {
    const ran = (logs[at] ?? []).some(isForcedPush);
    const { hits, incomplete } = checkCommand([forcePush], line);
    return ran === hits.length > 0 && !incomplete ? [] : [{ line, ran, denied: hits.length > 0, incomplete }];
  });
  assert.ok(
    logs.filter((calls) => calls.some(isForcedPush)).length > runs / 4,
    'bash ran too few forced pushes for the comparison to mean something',
  );
  assert.deepEqual(wrong, []);
});

function runLines(lines: string[]): string[][][] {
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, 'git'), fakeGit, { mode: 0o755 });
  fs.symlinkSync(execFileSync('bash', ['-c', 'command -v bash'], { encoding: 'utf8' }).trim(), path.join(bin, 'sh'));
  const work = path.join(folder, 'work');
  fs.mkdirSync(work);
  execFileSync('bash', ['-c', driver, 'driver', work], {
    input: lines.map((line) => `${line}\0`).join(''),
    env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder },
    timeout: 120_000,
  });
  return lines.map((_, at) => readLog(path.join(work, `${at}.log`)));
}

function readLog(file: string): string[][] {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return text
    .split('\x01\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

/** What git itself would take for a forced push, told from the arguments that it got. */
function isForcedPush(argv: string[]): boolean {
  let at = 0;
  while (argv[at]?.startsWith('-')) at += /^(-C|-c|--git-dir)$/.test(argv[at] ?? '') ? 2 : 1;
  if (argv[at] !== 'push') return false;
  const rest = argv.slice(at + 1).filter((word, index, all) => word !== '-o' && all[index - 1] !== '-o');
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
  return rest.slice(0, end).some((word) => word === '--force' || /^-\w*f/.test(word)) || rest.some((word) => /^\+/.test(word));
}
