import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hookCommand } from '#agents/hook-wire.ts';
import type { HookAgent, HookEvent } from '#kernel/records/hook.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { Spool } from '#platform/state/spool.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { compiledCode } from './clean-environment.ts';

const packageRoot = path.resolve(import.meta.dirname, '..', '..');

export const fetchDeadline = `---
id: fetch-deadline
title: Network calls carry a deadline
priority: P1
files: ["src/**/*.ts"]
check:
  kind: ast
  language: typescript
  rule:
    pattern: fetch($URL)
---
A call without a deadline hangs the caller when the peer stalls.

## Fix
Pass \`signal: AbortSignal.timeout(ms)\`.

## Examples
\`\`\`ts bad
await fetch(url)
\`\`\`
\`\`\`ts good
await fetch(url, { signal })
\`\`\`
`;

const noForcePush = `---
id: no-force-push
title: No force push
priority: P0
check:
  kind: command
  deny:
    - { program: git, subcommand: push, anyFlag: [-f, --force] }
    - { program: git, subcommand: push, anyArg: "^[+]" }
---
A force push destroys what others pushed.

## Fix
Push without force.

## Examples
\`\`\`sh bad
git push -f
git push --force
git push origin +main
\`\`\`
\`\`\`sh good
git push
\`\`\`
`;

/** A real git repository with a harness, a private state folder, and the hook as `init` would commit it. */
export class HookRepository {
  readonly scratch: string;
  root: string;
  readonly env: Record<string, string | undefined>;
  session = 'session-1';

  constructor(options: { engine?: boolean } = {}) {
    this.scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'hook-')));
    this.root = path.join(this.scratch, 'repo');
    this.env = {
      PATH: process.env.PATH ?? '',
      HOME: this.scratch,
      XDG_STATE_HOME: path.join(this.scratch, 'state'),
      GIT_CONFIG_NOSYSTEM: '1',
      TACKROOM_NO_DAEMON: '1',
      ...compiledCode,
    };
    fs.mkdirSync(this.root);
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.email', 'a@example.invalid');
    this.git('config', 'user.name', 'A');
    this.write('.gitignore', 'node_modules/\n');
    this.write('harness/guardrails/fetch-deadline.md', fetchDeadline);
    this.write('harness/guardrails/no-force-push.md', noForcePush);
    this.write('harness/hook.mjs', fs.readFileSync(path.join(packageRoot, 'harness', 'hook.mjs'), 'utf8'));
    if (options.engine !== false) {
      fs.mkdirSync(path.join(this.root, 'node_modules'));
      fs.symlinkSync(packageRoot, path.join(this.root, 'node_modules', 'tackroom'));
    }
    this.commit('begin');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-qm', message);
  }

  /** Runs the command line from source. */
  tackroom(...args: string[]): string {
    const main = path.join(packageRoot, 'src', 'cli', 'main.ts');
    return execFileSync(process.execPath, [main, ...args], { cwd: this.root, encoding: 'utf8', env: this.env, stdio: 'pipe' });
  }

  write(relative: string, text: string): void {
    const file = path.join(this.root, relative);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  /** Calls the hook as the wired command does and returns what it said, parsed; undefined for silence. */
  hook(event: HookEvent, fields: object, options: { agent?: HookAgent; cwd?: string; stdin?: string } = {}): HookReply | undefined {
    const cwd = options.cwd ?? this.root;
    const agent = options.agent ?? 'claude';
    const input = options.stdin ?? JSON.stringify({ session_id: this.session, cwd, transcript_path: '/none', ...fields });
    const run = spawnSync('sh', ['-c', hookCommand(agent, event)], { cwd, input, encoding: 'utf8', env: this.env, timeout: 10_000 });
    if (run.status !== 0 || run.stderr !== '') throw new Error(`the hook ended with ${run.status ?? run.signal}: ${run.stderr}`);
    return run.stdout === '' ? undefined : (JSON.parse(run.stdout) as HookReply);
  }

  /** The same without waiting, for hooks that run side by side; what it printed. */
  hookAsync(event: string, fields: object): Promise<string> {
    const child = spawn('node', [path.join(this.root, 'harness/hook.mjs'), 'codex', event], { cwd: this.root, env: this.env });
    child.stdin.end(JSON.stringify({ session_id: this.session, cwd: this.root, transcript_path: '/none', ...fields }));
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    return new Promise((resolve) => child.once('close', () => resolve(printed)));
  }

  edit(relative: string, text: string): string {
    this.write(relative, text);
    return this.context('post-tool', { tool_name: 'Write', tool_use_id: 't', tool_input: { file_path: path.join(this.root, relative) } });
  }

  /** Runs a shell line with the hooks before and after it, as an agent does. */
  shell(command: string): string {
    const call = { tool_name: 'Bash', tool_use_id: `t-${Math.random()}`, tool_input: { command } };
    const denied = this.hook('pre-tool', call)?.hookSpecificOutput?.permissionDecisionReason;
    if (denied !== undefined) return denied;
    execFileSync('sh', ['-c', command], { cwd: this.root, env: this.env, stdio: 'pipe' });
    return this.context('post-tool', call);
  }

  start(source = 'startup'): string {
    return this.context('session-start', { source });
  }

  /** The reason to be held; empty when let go. */
  stop(): string {
    return this.hook('stop', { stop_hook_active: false })?.reason ?? '';
  }

  spool(): Spool {
    const repository = findRepository(this.root);
    if (repository === undefined) throw new Error(`${this.root} is no repository`);
    return new Spool(stateFolder(repository.commonDir, this.env));
  }

  types(): string[] {
    return this.spool()
      .read(this.session)
      .map((record) => record.type);
  }

  remove(): void {
    fs.rmSync(this.scratch, { recursive: true, force: true });
  }

  private context(event: HookEvent, fields: object): string {
    return this.hook(event, fields)?.hookSpecificOutput?.additionalContext ?? '';
  }
}

export interface HookReply {
  decision?: string;
  reason?: string;
  systemMessage?: string;
  hookSpecificOutput?: {
    hookEventName: string;
    additionalContext?: string;
    permissionDecision?: string;
    permissionDecisionReason?: string;
  };
}
