import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { HookRepository } from './hook-repository.ts';

/** The built program starts sooner, for those who kill it a thousand times. */
const main = process.env.TACKROOM_MAIN ?? path.resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** A daemon in a process of this test's. */
export interface RunningDaemon {
  child: ChildProcess;
  port: number;
  token: string;
  /** What it said so far. */
  said(): string;
  ended: Promise<void>;
  post(about: {
    path: string;
    body?: string;
    headers?: Record<string, string>;
    method?: string;
  }): Promise<{ status: number; body: string }>;
}

/** Starts one, and waits until it answers. */
export async function runDaemon(repo: HookRepository, ...options: string[]): Promise<RunningDaemon> {
  const child = spawn(process.execPath, [main, 'serve', '--foreground', ...options], {
    cwd: repo.root,
    env: repo.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'close').then(() => {});
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('answers hooks')) resolve();
      });
    }
  });
  await Promise.race([ready, ended]);
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(text)?.[1]);
  if (Number.isNaN(port)) throw new Error(`the daemon did not start: ${text}`);
  const token = fs.readFileSync(path.join(stateOf(repo), 'daemon.token'), 'utf8');
  return { child, port, token, said: () => text, ended, post: (about) => post({ port, token }, about) };
}

/** The repository's state folder. */
export function stateOf(repo: HookRepository): string {
  return path.dirname(repo.spool().folder);
}

/** Lets hooks ask a daemon, and gives them no Node: what is answered then was answered by the daemon. */
export function withoutNode(repo: HookRepository): void {
  const folder = path.join(repo.scratch, 'bin');
  fs.mkdirSync(folder, { recursive: true });
  for (const program of ['sh', 'bash', 'cat', 'rm', 'git']) {
    const file = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
    if (!fs.existsSync(path.join(folder, program))) fs.symlinkSync(file, path.join(folder, program));
  }
  repo.env.PATH = folder;
  repo.env.TACKROOM_NO_DAEMON = undefined;
  repo.env.TACKROOM_WAIT_S = '60'; // however busy the machine is
}

/** As long as something does not hold yet, for 20 s at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (const begun = performance.now(); !holds(); ) {
    if (performance.now() - begun > 20_000) throw new Error(`it never came to be that ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function post(
  { port, token }: { port: number; token: string },
  about: { path: string; body?: string; headers?: Record<string, string>; method?: string },
): Promise<{ status: number; body: string }> {
  const headers = { authorization: `Bearer ${token}`, ...about.headers };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path: about.path, method: about.method ?? 'POST', headers, agent: false },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on('error', reject);
    request.end(about.body ?? '');
  });
}
