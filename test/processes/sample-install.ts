import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Outcome, runProcess } from '#platform/process/run-process.ts';

const bin = path.resolve(import.meta.dirname, '../../bin');
const printsArguments = "console.log('main', ...process.argv.slice(2)); process.exitCode = Number(process.argv[3] ?? 0);";

/** Stands in for npm: says that it ran, takes its time, and leaves what an install leaves. */
const npm = `
const fs = require('fs');
fs.appendFileSync('npm-runs.txt', process.argv.slice(2).join(' ') + '\\n');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
fs.mkdirSync('node_modules', { recursive: true });
fs.writeFileSync('node_modules/.package-lock.json', '{ "packages": {} }');
`;

/** Makes the Node that runs the launcher look like one that is too old and cannot replace itself. */
const oldNode = `
Object.defineProperty(process.versions, 'node', { value: '20.0.0' });
process.execve = undefined;
`;

/** A folder that looks like Tackroom to its launcher: a source checkout, or an installed package. */
export class SampleInstall {
  readonly folder: string;

  constructor(kind: 'checkout' | 'package') {
    this.folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-launcher-')));
    this.write('bin/package.json', '{ "type": "commonjs" }');
    this.write('npm-cli.js', npm);
    this.write('old-node.cjs', oldNode);
    this.write('dist/cli/main.js', printsArguments);
    this.#copyBin('tackroom');
    if (kind === 'package') return;
    this.#copyBin('prepare-checkout.js');
    this.write('src/cli/main.ts', `const kind: string = 'source';\nconsole.log(kind);\n${printsArguments}`);
    this.write('scripts/build-hook.ts', '');
    this.write('package-lock.json', '{ "packages": { "": {} } }');
  }

  write(file: string, text: string): void {
    const target = path.join(this.folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  /** Another name for the Node that runs the tests; returns its path. */
  linkNode(file: string): string {
    const target = path.join(this.folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.symlinkSync(process.execPath, target);
    return target;
  }

  read(file: string): string | undefined {
    const target = path.join(this.folder, file);
    return fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : undefined;
  }

  run(
    args: readonly string[],
    options: { node?: 'old'; env?: Record<string, string>; at?: string } = {},
    signal?: AbortSignal,
  ): Promise<Outcome> {
    const preload = options.node === 'old' ? ['--require', path.join(this.folder, 'old-node.cjs')] : [];
    const env = { PATH: process.env.PATH, npm_execpath: path.join(this.folder, 'npm-cli.js'), ...options.env };
    const command = [process.execPath, ...preload, path.join(options.at ?? this.folder, 'bin/tackroom'), ...args];
    return runProcess(command, { cwd: os.tmpdir(), env, timeoutMs: 20_000 }, signal);
  }

  #copyBin(name: string): void {
    fs.copyFileSync(path.join(bin, name), path.join(this.folder, 'bin', name));
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
