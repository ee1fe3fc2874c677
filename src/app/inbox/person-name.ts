import os from 'node:os';
import { runProcess } from '#platform/process/run-process.ts';

/** What a person is called: git's user name, else the name the system knows. */
export async function personName(root: string, env: Readonly<Record<string, string | undefined>>, signal?: AbortSignal): Promise<string> {
  const asked = await runProcess(['git', 'config', '--get', 'user.name'], { cwd: root, env, timeoutMs: 10_000 }, signal);
  const name = asked.kind === 'exited' && asked.code === 0 ? asked.stdout.trim() : '';
  return (name || systemName(env)).slice(0, 200);
}

function systemName(env: Readonly<Record<string, string | undefined>>): string {
  const named = env.LOGNAME ?? env.USER ?? env.USERNAME ?? '';
  if (named !== '') return named;
  try {
    return os.userInfo().username;
  } catch {
    return 'somebody'; // a user id that has no name here, as in a container
  }
}
