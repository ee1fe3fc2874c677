import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
// Not #platform: this folder has a package.json of its own, which ends the reach of the checkout's `imports`.
import { type Outcome, runProcess } from '../../src/platform/process/run-process.ts';
import { ModelServer } from './model-server.ts';

/** Top of the checkout whose Tackroom is under test. */
export const checkout = path.resolve(import.meta.dirname, '../..');

/** A repository, a home and a model that one scenario has for itself. */
export interface World {
  /** Holds all of it; removed when the scenario holds, kept when it fails. */
  folder: string;
  /** The repository that the agent works in. */
  root: string;
  home: string;
  model: ModelServer;
  /** Whole environment of every process: nothing of ours but PATH, and no way out but through `model`. */
  env: Record<string, string>;
  /** What each process wrote, for when the scenario fails. */
  log: string[];
}

/** Makes a small TypeScript repository with a bare `origin`, both with one commit. */
export async function createWorld(): Promise<World> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-agents-')));
  const model = await ModelServer.start();
  const world: World = {
    folder,
    root: path.join(folder, 'repo'),
    home: path.join(folder, 'home'),
    model,
    env: environment(folder, model),
    log: [],
  };
  for (const name of ['home', 'tmp', 'repo/src']) fs.mkdirSync(path.join(folder, name), { recursive: true });
  write(world.root, {
    'package.json': '{ "name": "sample", "version": "1.0.0", "type": "module" }\n',
    'tsconfig.json': '{ "compilerOptions": { "strict": true } }\n',
    '.gitignore': 'node_modules\n',
    'src/index.ts': 'export const answer = 42;\n',
  });
  fs.mkdirSync(path.join(world.root, 'node_modules'));
  fs.symlinkSync(checkout, path.join(world.root, 'node_modules/tackroom'));
  await git(world, 'init', '-q', '-b', 'main');
  await commit(world, 'A sample');
  await git(world, 'clone', '-q', '--bare', world.root, path.join(folder, 'origin.git'));
  await git(world, 'remote', 'add', 'origin', path.join(folder, 'origin.git'));
  return world;
}

export async function removeWorld(world: World): Promise<void> {
  await world.model.close();
  fs.rmSync(world.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Ends the model and leaves what tells why the scenario failed; answers where that is. */
export async function keepWorld(world: World): Promise<string> {
  await world.model.close();
  fs.writeFileSync(path.join(world.folder, 'processes.log'), world.log.join('\n'));
  fs.writeFileSync(
    path.join(world.folder, 'model.json'),
    JSON.stringify({ strays: world.model.strays, exchanges: world.model.exchanges }, null, 2),
  );
  return world.folder;
}

export function write(root: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

/** Runs a program of the scenario to its end, with a guard time, and keeps what it wrote. */
export async function run(
  world: World,
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; timeoutMs?: number } = {},
): Promise<Outcome> {
  const cwd = options.cwd ?? world.root;
  const outcome = await runProcess(command, { cwd, env: { ...world.env, ...options.env }, timeoutMs: options.timeoutMs ?? 60_000 });
  const { stdout, stderr, ...end } = outcome;
  world.log.push(`$ ${command.join(' ')}\n# in ${cwd}: ${JSON.stringify(end)}\n${stdout}\n${stderr}`);
  return outcome;
}

export async function git(world: World, ...args: string[]): Promise<string> {
  const outcome = await run(world, ['git', ...args]);
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(`git ${args.join(' ')} failed: ${outcome.stderr}`);
  return outcome.stdout.trim();
}

export async function commit(world: World, message: string): Promise<void> {
  await git(world, 'add', '-A');
  await git(world, '-c', 'user.name=Sample', '-c', 'user.email=sample@example.com', 'commit', '-q', '-m', message);
}

function environment(folder: string, model: ModelServer): Record<string, string> {
  return {
    PATH: ownPath(),
    HOME: path.join(folder, 'home'),
    TACKROOM_NO_DAEMON: '1',
    TMPDIR: path.join(folder, 'tmp'),
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    HTTP_PROXY: model.url,
    HTTPS_PROXY: model.url,
    NO_PROXY: '127.0.0.1',
  };
}

/**
 * PATH as a person's agent has it: without what npm puts in front, and with the oldest Node that hooks must run on as its
 * `node`. Where npm has no such Node for this machine, the system's.
 */
function ownPath(): string {
  const oldNode = path.join(import.meta.dirname, `node_modules/node-${process.platform}-${process.arch}/bin`);
  const folders = (process.env.PATH ?? '/usr/bin:/bin').split(path.delimiter);
  return [oldNode, ...folders.filter((folder) => !/node_modules|node-gyp-bin/.test(folder))].join(path.delimiter);
}
