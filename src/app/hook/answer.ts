import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { afterTool } from './after-tool.ts';
import { atSessionStart } from './at-session-start.ts';
import { atStop } from './at-stop.ts';
import { beforeTool } from './before-tool.ts';
import type { HookContext } from './hook-engine.ts';

/** What to say at a moment, with everything loaded. */
export function answer(input: HookInput, context: HookContext): HookAnswer {
  switch (input.event) {
    case 'session-start':
      return atSessionStart(input, context);
    case 'pre-tool':
      return beforeTool(input, context);
    case 'post-tool':
      return afterTool(input, context);
    case 'stop':
      return atStop(input, context);
  }
}
