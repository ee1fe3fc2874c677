import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { Io } from '#cli/command.ts';
import { run } from '#cli/run.ts';
import { makeRepository } from '../make-repository.ts';

/** A git repository in a temporary folder, with the command line at hand. */
export interface SampleRepository {
  root: string;
  write(files: Readonly<Record<string, string>>): void;
  git(...args: string[]): string;
  /** Stages and commits everything. */
  commit(): void;
  /** Runs one command line in this process. */
  tackroom(
    args: readonly string[],
    about?: { cwd?: string; env?: Record<string, string>; stdin?: string; tty?: boolean; signal?: AbortSignal },
  ): Promise<Ran>;
  remove(): void;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export function sampleRepository(files: Readonly<Record<string, string>>): SampleRepository {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-cli-'));
  const write = (wanted: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(wanted)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
  };
  const git = (...args: string[]) => {
    const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  };
  makeRepository(root);
  write(files);
  return {
    root,
    write,
    git,
    commit: () => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'work');
    },
    tackroom: async (args, about = {}) => {
      const written = { stdout: '', stderr: '' };
      const code = await run(args, toIo(about, { root, written }));
      return { code, ...written };
    },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

function toIo(
  about: NonNullable<Parameters<SampleRepository['tackroom']>[1]>,
  place: { root: string; written: { stdout: string; stderr: string } },
): Io {
  const { root, written } = place;
  const isTTY = about.tty === true;
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY,
    ...(isTTY ? { columns: 100 } : {}),
  });
  const stdin = Object.assign(new PassThrough(), { isTTY: isTTY && about.stdin !== undefined });
  stdin.end(about.stdin ?? '');
  return {
    cwd: about.cwd === undefined ? root : path.join(root, about.cwd),
    env: { PATH: process.env.PATH, HOME: path.join(root, '.git', 'home'), XDG_STATE_HOME: path.join(root, '.git', 'state'), ...about.env },
    stdin,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    signal: about.signal ?? new AbortController().signal,
  };
}

/** Compares text with a file that people can read. `UPDATE_SNAPSHOTS=1` writes the file anew. */
export function matchSnapshot(name: string, text: string): void {
  const file = path.join(import.meta.dirname, 'snapshots', name);
  const steady = text.replace(/\b\d+ ms\b|\b\d+\.\d s\b/g, '(time)');
  if (process.env.UPDATE_SNAPSHOTS === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, steady);
  }
  assert.equal(steady, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : `(there is no ${name}: run with UPDATE_SNAPSHOTS=1)`);
}

/** Text of a guardrail page; `check` is YAML without indentation. */
export function guardrailPage(about: {
  id: string;
  priority: string;
  check: string;
  files?: string;
  message?: string;
  fix?: string;
  bad: string;
  good: string;
  language?: string;
}): string {
  const { id, priority, check, files = '["**/*.ts"]', message = `Broken: ${id}.`, fix = 'Mend it.', bad, good, language = 'ts' } = about;
  const front = [
    `id: ${id}`,
    `title: ${id}`,
    `priority: ${priority}`,
    ...(files === '' ? [] : [`files: ${files}`]),
    'check:',
    ...check.split('\n').map((line) => `  ${line}`),
  ];
  const fences = [`\`\`\`${language} bad`, bad, '```', `\`\`\`${language} good`, good, '```'];
  return ['---', ...front, '---', message, '', '## Fix', fix, '', '## Examples', ...fences, ''].join('\n');
}

/** One guardrail, of imports: no rule looks at one file alone. */
export const circlesHarness: Readonly<Record<string, string>> = {
  'harness/harness.yaml': 'version: 1\n',
  'harness/guardrails/no-circles.md': guardrailPage({
    id: 'no-circles',
    priority: 'P1',
    check: 'kind: imports\ncycles: false',
    bad: "--- a.ts\nimport './b';\n--- b.ts\nimport './a';",
    good: "--- a.ts\nimport './b';\n--- b.ts\nexport {};",
  }),
};

/** Three guardrails: P1 ast, P2 text, P3 text. */
export const sampleHarness: Readonly<Record<string, string>> = {
  'harness/harness.yaml': 'version: 1\n',
  'harness/guardrails/no-eval.md': guardrailPage({
    id: 'no-eval',
    priority: 'P1',
    check: 'kind: ast\nlanguage: typescript\nrule:\n  pattern: eval($CODE)',
    message: 'Code made from text at run time cannot be reviewed.',
    fix: 'Call the function you mean.',
    bad: 'eval(text);',
    good: 'run(text);',
  }),
  'harness/guardrails/no-fixme.md': guardrailPage({
    id: 'no-fixme',
    priority: 'P2',
    check: 'kind: text\npattern: FIXME',
    bad: '// FIXME',
    good: '// done',
  }),
  'harness/guardrails/no-shouting.md': guardrailPage({
    id: 'no-shouting',
    priority: 'P3',
    check: "kind: text\npattern: '!!!'",
    bad: '// now!!!',
    good: '// now',
  }),
};
