import { runProcess } from '../process/run-process.ts';
import { splitNul } from './run-git.ts';

/** Which of these paths git ignores; none where git cannot tell. */
export async function ignoredPaths(root: string, paths: readonly string[], signal?: AbortSignal): Promise<string[]> {
  const input = paths.map((path) => `${path}\0`).join('');
  const ended = await runProcess(['git', 'check-ignore', '-z', '--stdin'], { cwd: root, input, timeoutMs: 10_000 }, signal);
  return splitNul(ended.stdout);
}
