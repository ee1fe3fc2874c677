import { runProcess } from '#platform/process/run-process.ts';

const timeLimitMs = 20_000;
const marker = 'tackroom-answer:';

/** What a module says by its `answer`, in a process of its own with a time limit; undefined where it fails. What else it prints is dropped. */
export async function runScript(root: string, script: string, signal?: AbortSignal): Promise<{ answer?: unknown; error: string }> {
  const whole = `const answer = await (async () => {\n${script}\n})();\nconsole.log('\\n${marker}' + JSON.stringify(answer));`;
  const command = [process.execPath, '--input-type=module', '--eval', whole];
  const { stdout, stderr } = await runProcess(command, { cwd: root, timeoutMs: timeLimitMs }, signal);
  const line = stdout.split('\n').findLast((one) => one.startsWith(marker));
  const error = stderr.split('\n').find((one) => /^\w*(?:Error|\[ERR)/.test(one)) ?? stderr.trim().split('\n')[0] ?? '';
  return line === undefined ? { error } : { answer: JSON.parse(line.slice(marker.length)), error };
}
