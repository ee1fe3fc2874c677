// Hook start to verdict for one edited 500-line TypeScript file under 50 guardrails, beside a bare start of the same
// Node and beside linters that have one of these rules. Medians of one run, whole processes, in turns.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hookCommand, hookStart } from '#agents/hook-wire.ts';
import { candidates } from '#guardrails/may-break.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { makeBenchRepository } from './hook-start/bench-repository.ts';
import { type Contender, measure, ratioOf, renderTable } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 41);
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-hook-')));
const state = path.join(scratch, 'state');
const repository = path.join(scratch, 'repo');
process.env.XDG_STATE_HOME = state;
process.env.TACKROOM_NO_DAEMON = '1';

try {
  makeBenchRepository(repository);
  describeRules();
  const nodes = [
    ...new Set([
      execFileSync('node', ['-p', 'process.execPath'], { encoding: 'utf8', env: pathWithout(path.dirname(process.execPath)) }).trim(),
      process.execPath,
    ]),
  ];
  for (const node of nodes) {
    console.log(`\nNode ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}, ${rounds} rounds`);
    const measured = measure([bareStart(node), ourHook(node), eslintRule(node), oxlintRule(node), wiredLine(node)], rounds);
    console.log(renderTable(measured));
    const [bare, hook, eslint, oxlint] = measured;
    assert.ok(bare && hook && eslint && oxlint);
    promise('hook start to verdict', ratioOf(hook, bare), { atMost: 1.6 });
    promise('ESLint beside it', ratioOf(eslint, hook), { atLeast: 10 });
    promise('oxlint JS plugin beside it', ratioOf(oxlint, hook), { atLeast: 2 });
  }
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function promise(
  what: string,
  ratio: number,
  { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: { atLeast?: number; atMost?: number },
): void {
  const holds = ratio >= atLeast && ratio <= atMost;
  const bound = atLeast > 0 ? `>= ${atLeast}x` : `<= ${atMost}x`;
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what}: ${ratio.toFixed(2)}x (${bound})`);
  if (!holds) process.exitCode = 1;
}

/** `npm run` puts our own Node first on the PATH; the machine's Node is the one a person's hook runs on. */
function pathWithout(folder: string): NodeJS.ProcessEnv {
  const parts = (process.env.PATH ?? '').split(path.delimiter);
  return {
    ...process.env,
    PATH: parts.filter((part) => path.resolve(part) !== path.resolve(folder) && !part.includes('node_modules')).join(path.delimiter),
  };
}

/** Beside it lies the code that is kept for all repositories. */
function stateOfRepository(): string {
  return fs.readdirSync(path.join(state, 'tackroom')).find((name) => name !== 'code') ?? '';
}

/** How many rules there are, how many the prefilter lets through, and that they are compiled before anything is timed. */
function describeRules(): void {
  execFileSync('node', ['harness/hook.mjs', 'claude', 'session-start'], {
    cwd: repository,
    input: JSON.stringify({ session_id: 'warm', cwd: repository, source: 'startup' }),
  });
  const folder = path.join(state, 'tackroom', stateOfRepository(), 'rules');
  const { compiled } = JSON.parse(fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0] ?? ''), 'utf8')) as HookRules;
  const text = fs.readFileSync(path.join(repository, 'src/edited.ts'), 'utf8');
  const passing = candidates(compiled.rules, 'src/edited.ts', text);
  const { stdout } = {
    stdout: execFileSync('node', ['harness/hook.mjs', 'claude', 'post-tool'], { cwd: repository, input: payload(-9), encoding: 'utf8' }),
  };
  const found = new Set([...stdout.matchAll(/\[([a-z-]+)\]\\n/g)].map((match) => match[1]));
  console.log(
    `${text.split('\n').length - 1} lines, ${compiled.rules.length} guardrails, ${passing.length} pass the prefilter, ${found.size} find something: ${[...found].join(', ')}`,
  );
  assert.equal(compiled.rules.length, 50);
  assert.ok(passing.length >= 10 && found.size >= 3);
}

function payload(run: number): string {
  return JSON.stringify({
    session_id: `bench-${run}`,
    cwd: repository,
    transcript_path: '/none',
    hook_event_name: 'PostToolUse',
    tool_name: 'Edit',
    tool_use_id: 't',
    tool_input: { file_path: path.join(repository, 'src/edited.ts') },
  });
}

function bareStart(node: string): Contender {
  return { name: 'node -e 0', command: [node, '-e', '0'], cwd: repository, perTurn: 3 };
}

function ourHook(node: string): Contender {
  const salt = Math.random().toString(36).slice(2); // a session of its own each run: everything is new and said
  return {
    name: 'tackroom hook, 50 guardrails',
    command: [node, ...hookStart, 'harness/hook.mjs', 'claude', 'post-tool'],
    cwd: repository,
    perTurn: 3,
    input: (run) => payload(run).replace('bench-', `bench-${salt}-`),
    verify: ({ stdout }) => assert.match(stdout, /\[fetch-deadline\]/),
  };
}

/** What an agent's shell runs: git finds the repository, then Node is started as above. Shown, not bound. */
function wiredLine(node: string): Contender {
  const { name, command: _, ...same } = ourHook(node);
  return {
    ...same,
    name: `${name}, shell line`,
    command: ['sh', '-c', `PATH="${path.dirname(node)}:$PATH"; ${hookCommand('claude', 'post-tool')}`],
  };
}

function eslintRule(node: string): Contender {
  return {
    name: 'ESLint, 1 rule',
    command: [node, path.join(root, 'node_modules/eslint/bin/eslint.js'), 'src/edited.ts'],
    cwd: repository,
    verify: ({ stdout }) => assert.match(stdout, /deadline/),
  };
}

function oxlintRule(node: string): Contender {
  return {
    name: 'oxlint JS plugin, 1 rule',
    command: [node, path.join(root, 'node_modules/oxlint/bin/oxlint'), 'src/edited.ts'],
    cwd: repository,
    verify: ({ stdout }) => assert.match(stdout, /deadline/),
  };
}
