import { createRequire } from 'node:module';
import path from 'node:path';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import type { HookContext, HookParts } from './hook-parts.ts';
import { loadPart } from './load-part.ts';

/** The parts as bundles in the package's `dist` folder. */
export function bundledParts(engine: Engine, env: Record<string, string | undefined>): HookParts {
  const answerBy = async (name: string, input: HookInput, context: HookContext): Promise<HookAnswer> => {
    const { exports, keepCode } = loadPart(name, { engine, env, moment: momentOf(input) });
    const said: HookAnswer = await exports.answer(input, context);
    keepCode(said.kind !== 'silent' || input.event === 'pre-tool');
    return said;
  };
  return {
    edit: (input, context) => answerBy('hook-edit.cjs', input, context),
    guide: (input, context) => answerBy('hook-guide.cjs', input, context),
    engine: (input, context) => answerBy('hook-engine.cjs', input, context),
    compile: async (root, about) => load(path.join(engine.folder, 'dist', 'hook-compiler.cjs')).compileHookRules(root, about),
    compileGuidance: async (root, stamp) => load(path.join(engine.folder, 'dist', 'hook-guidance.cjs')).compileGuidance(root, stamp),
    ticketBrief: async (cwd, place) => load(path.join(engine.folder, 'dist', 'hook-ticket.cjs')).ticketBrief(cwd, place),
  };
}

const load = createRequire(import.meta.url);

function momentOf(input: HookInput): string {
  return input.event === 'post-tool' ? `${input.event}-${input.wrote.kind}` : input.event;
}
