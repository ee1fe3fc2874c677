import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { SampleInstall } from './sample-install.ts';

const platform = process.platform === 'win32' ? 'win' : process.platform;
const installs: SampleInstall[] = [];

function sample(kind: 'checkout' | 'package'): SampleInstall {
  const install = new SampleInstall(kind);
  installs.push(install);
  return install;
}

afterEach(() => {
  for (const install of installs.splice(0)) install.remove();
});

describe('the launcher in a source checkout', () => {
  it('installs once per lockfile, then runs the source with its arguments and its exit code', async () => {
    const checkout = sample('checkout');
    const first = await checkout.run(['check', '3']);
    const second = await checkout.run(['check', '0']);
    assert.deepEqual([first.kind, first.stdout], ['exited', 'source\nmain check 3\n']);
    assert.equal(first.kind === 'exited' && first.code, 3);
    assert.match(first.stderr, /installing dependencies \(once\)/);
    assert.equal(second.stderr, '');
    assert.equal(checkout.read('npm-runs.txt')?.split('\n').length, 2, 'npm ran once');
    assert.match(checkout.read('npm-runs.txt') ?? '', /^ci --ignore-scripts --include=dev --include=optional/);
  });

  it('installs again when the lockfile has changed', async () => {
    const checkout = sample('checkout');
    await checkout.run([]);
    checkout.write('package-lock.json', '{ "packages": { "": {}, "node_modules/x": { "integrity": "sha512-x" } } }');
    await checkout.run([]);
    assert.equal(checkout.read('npm-runs.txt')?.split('\n').length, 3);
  });

  it('leaves alone what somebody installed by hand', async () => {
    const checkout = sample('checkout');
    checkout.write('node_modules/.package-lock.json', '{ "packages": {} }');
    const outcome = await checkout.run([]);
    assert.equal(outcome.stderr, '');
    assert.equal(checkout.read('npm-runs.txt'), undefined);
  });

  it('installs once for two that start together', async () => {
    const checkout = sample('checkout');
    const outcomes = await Promise.all([checkout.run(['a']), checkout.run(['b']), checkout.run(['c'])]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.stdout),
      ['source\nmain a\n', 'source\nmain b\n', 'source\nmain c\n'],
    );
    assert.equal(checkout.read('npm-runs.txt')?.split('\n').length, 2, 'npm ran once');
    assert.equal(outcomes.filter((outcome) => outcome.stderr.includes('waiting for the install')).length, 2);
    assert.deepEqual(
      fs.readdirSync(checkout.folder).filter((name) => name.startsWith('.setup.lock')),
      [],
    );
  });

  it('takes over the lock of an install that was killed', async () => {
    const checkout = sample('checkout');
    const killed = await deadProcessId();
    checkout.write('.setup.lock', killed);
    const outcome = await checkout.run(['x']);
    assert.equal(outcome.stdout, 'source\nmain x\n');
    assert.equal(checkout.read('.setup.lock'), undefined);
  });

  it('says where npm failed, passes its exit code on, and leaves no lock', async () => {
    const checkout = sample('checkout');
    checkout.write('npm-cli.js', 'process.exit(7)');
    const outcome = await checkout.run([]);
    assert.equal(outcome.kind === 'exited' && outcome.code, 7);
    assert.ok(outcome.stderr.includes(`npm ci failed in ${checkout.folder}`), outcome.stderr);
    assert.equal(checkout.read('.setup.lock'), undefined);
  });

  it('does not take an install for done that brought no Node 24', async () => {
    const checkout = sample('checkout');
    const outcome = await checkout.run([], { node: 'old' });
    assert.equal(outcome.kind === 'exited' && outcome.code, 2);
    assert.match(outcome.stderr, /brought no Node that serves[\s\S]*needs Node 24 or later.*\n.*Install Node 24.*TACKROOM_NODE/);
    assert.equal(checkout.read('node_modules/.setup-hash'), undefined);
  });

  it('finds the Node that npm put into a folder above', async () => {
    const checkout = sample('checkout');
    const nested = path.join(checkout.folder, 'worktree');
    for (const part of ['bin', 'src', 'scripts', 'package-lock.json']) {
      fs.cpSync(path.join(checkout.folder, part), path.join(nested, part), { recursive: true });
    }
    checkout.linkNode(path.join('node_modules', `node-${platform}-${process.arch}`, 'bin', 'node'));
    const outcome = await checkout.run(['hoisted'], { node: 'old', at: nested });
    assert.equal(outcome.stdout, 'source\nmain hoisted\n');
  });

  it('runs plain Node after --node', async () => {
    const outcome = await sample('checkout').run(['--node', '-p', '6 * 7']);
    assert.equal(outcome.stdout, '42\n');
  });
});

describe('the launcher of an installed package', () => {
  it('runs the built JavaScript and installs nothing', async () => {
    const install = sample('package');
    const outcome = await install.run(['check', '1']);
    assert.equal(outcome.stdout, 'main check 1\n');
    assert.equal(outcome.kind === 'exited' && outcome.code, 1);
    assert.equal(install.read('npm-runs.txt'), undefined);
  });

  it('runs in the process that it was started in', async () => {
    const install = sample('package');
    install.write('dist/cli/main.js', "console.log(require('path').basename(process.argv[1]));");
    assert.equal((await install.run([])).stdout, 'tackroom\n');
  });

  for (const [version, serves] of [
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.7.3', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['23.0.0', true],
    ['24.0.0', true],
  ] as const) {
    it(`${serves ? 'runs' : 'does not run'} on Node ${version}`, async () => {
      const install = sample('package');
      install.write('old-node.cjs', `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
      const outcome = await install.run(['check', '1'], { node: 'old' });
      assert.equal(outcome.kind === 'exited' && outcome.code, serves ? 1 : 2, outcome.stderr);
      assert.equal(outcome.stdout, serves ? 'main check 1\n' : '');
    });
  }

  it('takes no Node from a package: what lies there was meant for somebody else', async () => {
    const install = sample('package');
    install.linkNode(path.join('node_modules', `node-${platform}-${process.arch}`, 'bin', 'node'));
    const outcome = await install.run([], { node: 'old' });
    assert.equal(outcome.kind === 'exited' && outcome.code, 2);
  });

  it('takes the Node that TACKROOM_NODE names, also where its own would do', async () => {
    const install = sample('package');
    install.write('dist/cli/main.js', 'console.log(process.argv0, ...process.argv.slice(2)); process.exitCode = 4;');
    const named = install.linkNode('named-node');
    for (const node of [{ node: 'old' }, {}] as const) {
      const outcome = await install.run(['named'], { ...node, env: { TACKROOM_NODE: named } });
      assert.equal(outcome.stdout, `${named} named\n`);
      assert.equal(outcome.kind === 'exited' && outcome.code, 4);
    }
  });

  it('says what to do where its Node is too old', async () => {
    const outcome = await sample('package').run([], { node: 'old' });
    assert.equal(outcome.kind === 'exited' && outcome.code, 2);
    assert.match(outcome.stderr, /needs Node 20\.19, 22\.12 or later; this is .*\n.*newer Node.*TACKROOM_NODE/);
  });

  it('says that the Node that TACKROOM_NODE names is too old', async () => {
    const install = sample('package');
    install.write('older-node', '#!/bin/sh\necho v18.20.0\n');
    fs.chmodSync(path.join(install.folder, 'older-node'), 0o755);
    const outcome = await install.run([], { env: { TACKROOM_NODE: path.join(install.folder, 'older-node') } });
    assert.equal(outcome.kind === 'exited' && outcome.code, 2);
    assert.match(outcome.stderr, /needs Node 20\.19, .*older-node, which TACKROOM_NODE names, is v18\.20\.0/);
  });

  it('asks of Node what its package.json says', () => {
    const { engines } = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
    assert.equal(engines.node, '^20.19.0 || >=22.12.0');
  });

  it('says which Node could not be started', async () => {
    const install = sample('package');
    install.write('broken-node', 'no program');
    const outcome = await install.run([], { node: 'old', env: { TACKROOM_NODE: path.join(install.folder, 'broken-node') } });
    assert.equal(outcome.kind === 'exited' && outcome.code, 2);
    assert.match(outcome.stderr, /cannot run .*broken-node, which TACKROOM_NODE names/);
  });

  it('dies of the signal that its child died of', async () => {
    const install = sample('package');
    install.write('dist/cli/main.js', "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000);");
    const outcome = await install.run([], { node: 'old', env: { TACKROOM_NODE: install.linkNode('named-node') } });
    assert.equal(outcome.kind === 'signalled' && outcome.signal, 'SIGTERM');
  });

  it('hands a signal on, and waits for what its child makes of it', async () => {
    const install = sample('package');
    install.write('dist/cli/main.js', waitsForTerm);
    const outcome = await install.run([], { node: 'old', env: { TACKROOM_NODE: install.linkNode('named-node') } });
    assert.equal(outcome.stdout, 'stopped well\n');
    assert.equal(outcome.kind === 'exited' && outcome.code, 5);
  });
});

/** Sends SIGTERM to its launcher as soon as it listens, and leaves in its own way when the signal comes back to it. */
const waitsForTerm = `
process.on('SIGTERM', () => { console.log('stopped well'); process.exit(5); });
setTimeout(() => process.kill(process.ppid, 'SIGTERM'), 50);
setTimeout(() => process.exit(9), 5000);
`;

async function deadProcessId(): Promise<string> {
  const outcome = await sample('package').run(['--node', '-p', 'process.pid']);
  return outcome.stdout.trim();
}
