import { createRequire } from 'node:module';
import path from 'node:path';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { loadBundle } from '#platform/install/load-bundle.ts';
import type { HookParts } from './hook-parts.ts';

/** The parts as `scripts/bundle-hook.ts` makes them. */
export function bundledParts(engine: Engine, state: string): HookParts {
  const fileOf = (name: string) => path.join(engine.folder, 'dist', name);
  const answerBy = async (name: string, input: HookInput, about: object): Promise<HookAnswer> => {
    const code = path.join(state, 'code', `${name}-${momentOf(input)}-${process.version}-${process.arch}`);
    const { exports, keepCode } = loadBundle(fileOf(name), { file: code, stamp: engine.stamp });
    const said: HookAnswer = await exports.answer(input, about);
    keepCode(said.kind !== 'silent' || input.event === 'pre-tool');
    return said;
  };
  return {
    first: (input, place) => answerBy('hook-first.cjs', input, place),
    edit: (input, context) => answerBy('hook-edit.cjs', input, context),
    engine: (input, context) => answerBy('hook-engine.cjs', input, context),
    compile: async (root, about) => load(fileOf('hook-compiler.cjs')).compileHookRules(root, about),
  };
}

const load = createRequire(import.meta.url);

/** Calls of one moment use the same functions: what is compiled is kept for each apart. */
function momentOf(input: HookInput): string {
  return input.event === 'post-tool' ? `${input.event}-${input.wrote.kind}` : input.event;
}
