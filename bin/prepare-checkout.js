'use strict';
// The launcher's part for a source checkout, not published. As plain as the launcher, and for the same reason.
const childProcess = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const STALE_LOCK_MS = 15 * 60 * 1000;
const POLL_MS = 200;

const root = path.resolve(fs.realpathSync(__dirname), '..');
const modules = path.join(root, 'node_modules');
const lockfile = path.join(root, 'package-lock.json');
const stamp = path.join(modules, '.setup-hash');
const installLock = path.join(root, '.setup.lock');

/**
 * Installs what the lockfile says, once per lockfile, and builds the hook's engine. `findNode` gives a Node that serves, or
 * undefined: npm leaves out in silence a platform package that it cannot fetch, so only a Node that has run proves an install.
 */
exports.prepareCheckout = function prepareCheckout(findNode) {
  const wanted = fingerprint();
  if (readText(stamp) === wanted) return;
  takeInstallLock();
  try {
    if (readText(stamp) === wanted) return;
    if (!isInstalled()) install();
    if (buildHook(findNode())) writeStamp(wanted);
  } finally {
    removeQuietly(installLock);
  }
};

function fingerprint() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(lockfile))
    .update(process.platform + process.arch)
    .digest('hex');
}

/** True where somebody's own `npm install` has already put every package of the lockfile in place. */
function isInstalled() {
  const installed = readText(path.join(modules, '.package-lock.json'));
  if (!installed) return false;
  const wanted = JSON.parse(fs.readFileSync(lockfile, 'utf8')).packages;
  const present = JSON.parse(installed).packages;
  return Object.keys(wanted).every((folder) => {
    if (folder === '' || wanted[folder].optional) return true;
    return present[folder] !== undefined && present[folder].integrity === wanted[folder].integrity;
  });
}

function install() {
  say('installing dependencies (once)');
  const npm = npmCommand();
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = childProcess.spawnSync(npm.file, npm.args.concat(args), {
    cwd: root,
    env: installEnvironment(),
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  });
  if (result.error) failInstall(`npm could not be started (${result.error.message}); install npm, then try again`);
  if (result.status !== 0) failInstall(`npm ci failed in ${root}; its message is above`, result.status);
}

function npmCommand() {
  const running = process.env.npm_execpath; // the npm that runs us, if one does
  if (running && /npm-cli\.c?js$/.test(running)) return { file: process.execPath, args: [running], shell: false };
  const windows = process.platform === 'win32';
  return { file: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/** `npm start` hands its own settings down as npm_config_*; these would leave packages out of the install. */
function installEnvironment() {
  const env = { ...process.env };
  ['omit', 'include', 'only', 'production', 'ignore_scripts', 'dry_run', 'package_lock_only', 'global', 'workspace', 'workspaces'].forEach(
    (name) => {
      delete env[`npm_config_${name}`];
    },
  );
  return env;
}

/** True when it was built, and with it a Node has run. */
function buildHook(node) {
  if (!node) {
    say('the install succeeded but brought no Node that serves (npm skips in silence an optional package it cannot fetch)');
    return false;
  }
  const result = childProcess.spawnSync(node, [path.join(root, 'scripts', 'build-hook.ts')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.error) say(`cannot run ${node} (${result.error.message})`);
  else if (result.status !== 0) say('scripts/build-hook.ts failed; its message is above');
  return result.status === 0;
}

function writeStamp(wanted) {
  try {
    fs.writeFileSync(stamp, wanted);
  } catch (error) {
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error; // read-only checkout: looked at again next time
  }
}

// ---- the lock: `npm start` and `npm test` at the same time ----

function takeInstallLock() {
  let announced = false;
  while (!createLock()) {
    const holder = readText(installLock);
    if (holder === undefined) continue;
    if (isStale(holder)) {
      removeStaleLock(holder);
      continue;
    }
    if (!announced) say(`waiting for the install that process ${holder} is doing`);
    announced = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

/** A hard link appears with its content already written, so nobody ever reads a lock without a holder. */
function createLock() {
  const mine = `${installLock}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, installLock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    removeQuietly(mine);
  }
}

function isStale(holder) {
  try {
    if (Date.now() - fs.statSync(installLock).mtimeMs > STALE_LOCK_MS) return true;
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Renamed before it is removed: of two that saw the same stale lock, the slower must not remove the faster one's new lock. */
function removeStaleLock(holder) {
  const aside = `${installLock}.${process.pid}.stale`;
  try {
    fs.renameSync(installLock, aside);
    if (readText(aside) !== holder) fs.linkSync(aside, installLock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    removeQuietly(aside);
  }
}

// ---- words ----

function say(text) {
  process.stderr.write(`tackroom: ${text}\n`);
}

/** process.exit skips `finally`, so the lock goes first. */
function failInstall(text, code) {
  removeQuietly(installLock);
  say(text);
  process.exit(code || 70);
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function removeQuietly(file) {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
