// `tackroom check --watch` over many files under 50 ast guardrails: from the save of a file to the answer, as a program that reads
// the JSON lines sees it. TACKROOM_BENCH_CORPUS names a repository to copy; else the code is made up.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import { makeCorpus } from './check-repo/corpus.ts';

const root = path.resolve(import.meta.dirname, '..');
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-watch-')));
const repository = path.join(scratch, 'repo');
const edits = 15;
const mostMs = 100;

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
  fs.mkdirSync(path.join(repository, 'harness', 'guardrails'), { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: repository });
  const lines = makeCorpus(path.join(repository, 'src'), process.env.TACKROOM_BENCH_CORPUS);
  writeGuardrails();
  const times = await timeEdits();
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(`${lines.toLocaleString('en')} lines; ms from save to answer: ${times.map((ms) => ms.toFixed(0)).join(' ')}`);
  console.log(`${median <= mostMs ? 'holds ' : 'MISSED'}  median: ${median.toFixed(0)} (<= ${mostMs})`);
  if (median > mostMs) process.exitCode = 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function writeGuardrails(): void {
  const rules: { id: string; priority: string; rule: object }[] = parse(
    fs.readFileSync(path.join(import.meta.dirname, 'check-repo', 'guardrails.yaml'), 'utf8'),
  );
  for (const { id, priority, rule } of rules) {
    const check = JSON.stringify({ kind: 'ast', language: 'typescript', languages: ['typescript', 'tsx'], rule });
    const page = `---\nid: ${id}\ntitle: ${id}\npriority: ${priority}\nfiles: ["src/**"]\ncheck: ${check}\n---\nBroken.\n\n## Fix\nMend.\n\n## Examples\n\`\`\`ts bad\nx\n\`\`\`\n\`\`\`ts good\ny\n\`\`\`\n`;
    fs.writeFileSync(path.join(repository, 'harness', 'guardrails', `${id}.md`), page);
  }
}

/** Each edit makes one breach more, in another file. */
async function timeEdits(): Promise<number[]> {
  const env = { ...process.env, XDG_STATE_HOME: path.join(scratch, 'state'), HOME: scratch };
  const command = [path.join(root, 'dist/cli/main.js'), 'check', '--watch', '--format', 'json', '--priority', 'P3'];
  const child = spawn(process.execPath, command, { cwd: repository, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const times: number[] = [];
  try {
    await answers.next();
    const files = fs.globSync('src/**/*.ts', { cwd: repository }).slice(0, edits);
    for (const file of files) {
      await wait(150);
      const begun = performance.now();
      fs.appendFileSync(path.join(repository, file), '\nexport const edited = {} as any;\n');
      const { value = '' } = await answers.next();
      times.push(performance.now() - begun);
      const answer: { appeared: unknown[] } = JSON.parse(value);
      assert.ok(answer.appeared.length > 0, value);
    }
  } finally {
    child.kill('SIGINT');
    assert.equal(await ended, 130);
  }
  return times;
}
