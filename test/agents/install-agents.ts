import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runProcess } from '../../src/platform/process/run-process.ts';
import { claudeBinary } from './claude.ts';
import { codexBinary } from './codex-home.ts';

const folder = import.meta.dirname;
const stamp = path.join(folder, 'node_modules', '.setup-hash');
const timeoutMs = 600_000;

/** Installs the pinned agents, once per lockfile: some 800 MB, so they are no part of the main install. */
export async function installAgents(): Promise<void> {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  process.stdout.write('installing the agents (once)\n');
  const command = [...npm(), 'ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const outcome = await runProcess(command, { cwd: folder, env: environment(), timeoutMs });
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(`npm ci failed in ${folder} (${outcome.kind}):\n${outcome.stderr}`);
  // npm passes over a platform package that it cannot fetch, and says nothing.
  const missing = [claudeBinary, codexBinary].filter((binary) => !fs.existsSync(binary));
  if (missing.length > 0) throw new Error(`npm ci in ${folder} left these out: ${missing.join(', ')}`);
  fs.writeFileSync(stamp, wanted);
}

/** The npm that runs us, where one does: it need not be on the PATH under that name. */
function npm(): string[] {
  const running = process.env.npm_execpath;
  return running !== undefined && /npm-cli\.c?js$/.test(running) ? [process.execPath, running] : ['npm'];
}

/** `npm run` hands its own settings down, and some of them are about the checkout around this folder. */
function environment(): Record<string, string | undefined> {
  const ours = /^npm_config_(omit|include|only|production|ignore_scripts|dry_run|package_lock_only|global|prefix|local_prefix)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
