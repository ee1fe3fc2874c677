// `tackroom ground` over 2,000 pages, 2,000 files of source and 50,000 commits, once indexed, beside what one does without it: `git grep`
// of the task's words, and `git log --grep` of the same. Whole processes, alone on the machine; the first index is timed by itself.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeGroundRepository } from './ground/repository.ts';
import { measure, ratioOf, renderTable } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ground-')));
const repository = path.join(scratch, 'repo');
const size = { pages: 2000, sources: 2000, commits: Number(process.env.TACKROOM_BENCH_COMMITS ?? 50_000) };
const most = { ms: 300, megabytes: 300 };

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root, stdio: 'ignore' });
  makeGroundRepository(repository, size);
  process.env.XDG_STATE_HOME = path.join(scratch, 'state');
  const words = commonWords();
  const main = path.join(root, 'dist', 'cli', 'main.js');
  const ground = ['ground', words.join(' '), '--format', 'json'];
  const begun = performance.now();
  const first = spawnSync(process.execPath, [main, ...ground], { cwd: repository, encoding: 'utf8' });
  assert.equal(first.status, 0, first.stderr);
  console.log(
    `${size.pages} pages, ${size.sources} files, ${size.commits.toLocaleString('en')} commits; the first index takes ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  const [peer, ours] = measure(
    [
      {
        name: 'git grep, git log --grep',
        command: ['sh', '-c', byHand(words)],
        cwd: repository,
        verify: ({ code }) => assert.equal(code, 0),
      },
      {
        name: 'tackroom ground',
        command: [process.execPath, main, ...ground],
        cwd: repository,
        verify: ({ stdout }) => assert.equal(stdout, first.stdout),
      },
    ],
    Number(process.env.TACKROOM_BENCH_ROUNDS ?? 10),
  );
  assert.ok(peer !== undefined && ours !== undefined);
  console.log(renderTable([peer, ours]));
  promise('ms in the median', ours.medianMs, most.ms);
  promise('times as long as the peer', ratioOf(ours, peer), 1);
  promise('peak memory in MB', peakMegabytes([main, ...ground]), most.megabytes);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function promise(what: string, value: number, limit: number): void {
  console.log(`${value <= limit ? 'holds ' : 'MISSED'}  ${what}: ${value.toFixed(value < 10 ? 2 : 0)} (<= ${limit})`);
  if (value > limit) process.exitCode = 1;
}

/** Words of a page, as a task has them. */
function commonWords(): string[] {
  const text = fs.readFileSync(path.join(repository, 'docs/design/0001-page.md'), 'utf8');
  return [...new Set(text.match(/[a-z]{4,}/g))].slice(20, 30);
}

function byHand(words: readonly string[]): string {
  const any = words.join('|');
  const greps = words.map((word) => `--grep=${word}`).join(' ');
  return `git grep -n -i -E '${any}' > /dev/null && git log --oneline -i ${greps} > /dev/null`;
}

/** As the process itself tells when it ends. */
function peakMegabytes(args: readonly string[]): number {
  const told = 'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';
  const { stderr } = spawnSync(process.execPath, ['--import', told, ...args], { cwd: repository, encoding: 'utf8' });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}
