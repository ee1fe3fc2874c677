import { spawnSync } from 'node:child_process';

const upThenRun = ['sh', '-c', '{ ip link set lo up || ifconfig lo up; } && exec "$@"', 'sh'] as const;

/** True inside what `wrapAlone` started. */
export function isAlone(): boolean {
  return process.env.TACKROOM_TEST_ALONE === '1';
}

/**
 * The command, put where only loopback can be reached: a network namespace of its own, with a user namespace for people
 * who are not root. Where the system does not allow that, the command as it is, and a line that says so: then only the
 * agents' set-up keeps them on this machine.
 */
export function wrapAlone(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const unshare = ['unshare', '--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])] as const;
  const probe = spawnSync(unshare[0], [...unshare.slice(1), ...upThenRun, 'true'], { encoding: 'utf8' });
  if (probe.status === 0) return [unshare[0], ...unshare.slice(1), ...upThenRun, ...command];
  const why = probe.error?.message ?? probe.stderr.trim();
  process.stdout.write(
    `No network namespace for the agents here (${why}); nothing but their settings and a proxy that refuses keeps them on loopback.\n`,
  );
  return command;
}
