import path from 'node:path';

/** Names of what the daemon has in a repository's state folder, and in the folder that shells find. */
export const daemonSocket = 'hook.sock';
export const askFile = 'ask.bash';

/** Written when somebody sets off to start it. */
export function startMark(state: string): string {
  return path.join(state, 'daemon.begun');
}
