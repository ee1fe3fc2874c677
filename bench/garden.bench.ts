// `tackroom garden` on a knowledge base of 2,000 pages beside 2,000 files of source with 50,000 commits, beside `git log --numstat`
// of the same repository: whoever wants to know which page is out of date has to read that. Whole processes, alone on the machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeKnowledgeBase } from './garden/knowledge-base.ts';
import { measure, renderTable } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-garden-')));
const repository = path.join(scratch, 'repo');
const size = { pages: 2000, sources: 2000, commits: Number(process.env.TACKROOM_BENCH_COMMITS ?? 50_000) };

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root, stdio: 'ignore' });
  makeKnowledgeBase(repository, size);
  const garden = [process.execPath, path.join(root, 'dist', 'cli', 'main.js'), 'garden', '--format', 'json', '--priority', 'P3'];
  const measured = measure(
    [
      {
        name: 'git log --numstat',
        command: ['git', 'log', '--numstat', '--no-merges'],
        cwd: repository,
        verify: ({ code }) => assert.equal(code, 0),
      },
      {
        name: 'tackroom garden',
        command: garden,
        cwd: repository,
        verify: ({ stdout }) => assert.equal(JSON.parse(stdout).summary.documents, size.pages + 1),
      },
    ],
    Number(process.env.TACKROOM_BENCH_ROUNDS ?? 3),
  );
  console.log(`${size.pages} pages, ${size.sources} files of source, ${size.commits.toLocaleString('en')} commits`);
  console.log(renderTable(measured));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
