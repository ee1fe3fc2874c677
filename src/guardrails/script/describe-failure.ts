import { readInside } from '#platform/files/read-inside.ts';
import type { WorkerAnswer } from '#platform/process/worker-process.ts';
import { firstSyntaxError } from '../ast/first-syntax-error.ts';
import { GuardrailError } from '../errors.ts';
import { type ScriptError, scriptErrorSchema } from './protocol.ts';

interface About {
  root: string;
  module: string;
  timeoutMs: number;
  memoryMb: number;
  /** What the module was asked to do: `checking src/a.ts`. */
  doing: string;
}

/** An error that names the module's line where it can be known. */
export function describeFailure(answer: Exclude<WorkerAnswer, { kind: 'answered' }>, about: About): GuardrailError {
  const { module, doing, timeoutMs, memoryMb } = about;
  switch (answer.kind) {
    case 'timed-out':
      return failure(`${module} took longer than ${timeoutMs} ms while ${doing}, and was stopped`, {
        code: 'script-too-slow',
        fix: 'Make it quicker, or raise `timeoutMs` of the check.',
      });
    case 'out-of-memory':
      return failure(`${module} took more than ${memoryMb} MB while ${doing}, and was stopped`, {
        code: 'script-too-large',
        fix: 'Keep no texts or trees from one file to the next.',
      });
    case 'ended':
      return failure(`${module} ended the process while ${doing}`, { code: 'script-ended', fix: 'A check returns; it does not exit.' });
    case 'failed':
      return thrown(scriptErrorSchema.safeParse(answer.value).data ?? { message: String(answer.value) }, about);
  }
}

/** Node does not say where a module does not parse; our own parser does. */
function thrown({ message, place }: ScriptError, { root, module, doing }: About): GuardrailError {
  const line =
    place === undefined && message.startsWith('SyntaxError') ? firstSyntaxError(module, readInside(root, module) ?? '')?.line : undefined;
  const { path, line: at } = place ?? { path: module, line };
  return failure(`${at === undefined ? path : `${path}:${at}`}: ${message} (while ${doing})`, { code: 'script-threw' });
}

function failure(message: string, details: { code: string; fix?: string }): GuardrailError {
  return new GuardrailError(message, details);
}
