import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Outcome, runProcess } from '#platform/process/run-process.ts';
import { npmCommand } from '../../scripts/npm-command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const oldestNode = path.join(root, 'test', 'fixtures', 'oldest-node');
const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** Why the oldest Node cannot be had here, where it cannot: npm has one for these systems only. */
export const noOldestNode =
  process.platform === 'linux' && /^(?:x64|arm64)$/.test(process.arch)
    ? undefined
    : `npm has no Node 20.19.0 for ${process.platform}-${process.arch}: this runs on ${process.version}`;

/** The package as npm packs it, installed in an empty folder, run as its user runs it, on the oldest Node that it allows. */
export class PackedPackage {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-pack-')));
  readonly repository = path.join(this.folder, 'repository');
  readonly installed = path.join(this.repository, 'node_modules', 'tackroom');
  readonly #node = path.join(this.folder, 'oldest');

  async install(): Promise<void> {
    await Promise.all([this.#packAndInstall(), this.#fetchNode()]);
  }

  async #packAndInstall(): Promise<void> {
    const packed = await run([...npmCommand(), 'pack', '--json', '--pack-destination', this.folder], root);
    const archive = fs.readdirSync(this.folder).find((name) => name.endsWith('.tgz'));
    assert.ok(archive !== undefined, `npm pack made no archive: ${packed.stderr}`);
    this.write('package.json', '{ "private": true }');
    await run([...npmCommand(), 'install', '--save-dev', `../${archive}`, ...quietly], this.repository);
    await run(['git', 'init', '--quiet'], this.repository);
  }

  async #fetchNode(): Promise<void> {
    if (noOldestNode !== undefined) return;
    fs.cpSync(oldestNode, this.#node, { recursive: true });
    await run([...npmCommand(), 'ci', '--include=optional', ...quietly], this.#node);
  }

  write(file: string, text: string): void {
    const target = path.join(this.repository, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.repository, file), 'utf8');
  }

  tackroom(...args: readonly string[]): Promise<Outcome> {
    return this.run([path.join(this.repository, 'node_modules', '.bin', 'tackroom'), ...args]);
  }

  /** In a shell of somebody who has the oldest Node, and nothing of ours but this package. */
  run(command: readonly string[], input?: string): Promise<Outcome> {
    const node = noOldestNode === undefined ? path.join(this.#node, 'node_modules', '.bin') : path.dirname(process.execPath);
    const env = {
      PATH: [node, '/usr/local/bin', '/usr/bin', '/bin'].join(path.delimiter),
      HOME: this.folder,
      XDG_STATE_HOME: path.join(this.folder, 'state'),
      TACKROOM_NO_DAEMON: '1',
      XDG_DATA_HOME: path.join(this.folder, 'data'),
      CODEX_HOME: path.join(this.folder, 'codex'),
      TMPDIR: os.tmpdir(),
    };
    return runProcess(command, { cwd: this.repository, env, timeoutMs: 60_000, ...(input === undefined ? {} : { input }) });
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

async function run(command: readonly string[], cwd: string): Promise<Outcome> {
  const outcome = await runProcess(command, { cwd, timeoutMs: 120_000 });
  assert.equal(outcome.kind === 'exited' && outcome.code, 0, `${command.join(' ')}\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}
